import type { permissionsWords as english } from '../../en/views/permissions.ts';
import type { Translated } from '../../translated.ts';

export const permissionsWords: Translated<typeof english> = {
  title: 'Was das Relay annimmt, und von wem',
  who: 'Absender',
  whom: 'Empfänger',
  scope: 'Richtung',
  as: 'Gefragt als',
  verdict: 'Ergebnis',
  code: 'Antwort',
  meaning: 'Bedeutung',
  text: 'Der Server sagte',
  scopes: { internal: 'intern', external: 'nach außen' },
  signedIn: 'angemeldet',
  stranger: 'Fremder, nicht angemeldet',
  verdicts: {
    accepted: 'angenommen',
    refused: 'abgelehnt',
    deferred: 'zurückgestellt',
    'not-checked': 'nicht geprüft',
  },
  good: 'wie es sein soll',
  openRelay: 'offen für Fremde',
  notAsked: 'In diesem Lauf wurde nicht gefragt, was das Relay annimmt.',
};
