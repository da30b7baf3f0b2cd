import type { transcriptWords as english } from '../../en/views/transcript.ts';
import type { Translated } from '../../translated.ts';

export const transcriptWords: Translated<typeof english> = {
  title: 'Mitschrift',
  protocol: 'Protokoll',
  peer: 'Server',
  all: 'Alle',
  sent: 'gesendet',
  received: 'empfangen',
  note: 'Anmerkung',
  copyAll: 'Alles kopieren',
  copyShown: 'Diese Zeilen kopieren',
  lines: (n, shown) => (n === 1 ? '1 Zeile' : `${shown} Zeilen`),
  empty: 'Es wurde nichts gesprochen: In diesem Lauf fand kein Gespräch statt.',
  noneFits: 'Zu dieser Auswahl gibt es keine Zeile.',
  expand: 'Ganze Zeile zeigen',
  collapse: 'Zeile kurz zeigen',
  legend: { sent: '→ gesendet', received: '← empfangen', note: '· Anmerkung von Waypost' },
  masked: 'Kennwörter werden nie aufgezeichnet.',
};
