import type { appWords as english } from '../en/app.ts';
import type { Translated } from '../translated.ts';

export const appWords: Translated<typeof english> = {
  name: 'Waypost',
  setUp: 'E-Mail einrichten',
  diagnose: 'Diagnose',
  send: 'Testnachricht',
  settings: 'Einstellungen',
  mainNavigation: 'Hauptnavigation',
  cancel: 'Abbrechen',
  close: 'Schließen',
  copy: 'Kopieren',
  copied: 'Kopiert',
  copyReport: 'Bericht kopieren',
  tooManyRuns: (most) =>
    `Es wurde nichts gestartet: ${most} Läufe sind im Gang, und mehr gehen nicht gleichzeitig. Brechen Sie einen ab oder warten Sie, bis einer beendet ist; starten Sie dann noch einmal.`,
  loading: 'Wird geladen …',
  broken:
    'In diesem Teil des Fensters ist ein Programmfehler aufgetreten. Ihre E-Mail-Einstellungen sind nicht betroffen.',
  reload: 'Erneut versuchen',
};
