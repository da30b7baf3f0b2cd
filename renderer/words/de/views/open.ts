import type { openWords as english } from '../../en/views/open.ts';
import type { Translated } from '../../translated.ts';

export const openWords: Translated<typeof english> = {
  button: 'Bericht öffnen …',
  hint: 'oder einen Bericht, eine Ereignisdatei oder ein Supportpaket hierher ziehen',
  drop: 'Loslassen, um die Datei zu öffnen',
  reading: 'Wird gelesen …',
  opened: 'Geöffnet',
  notOpened: (file) => `${file} konnte nicht geöffnet werden.`,
  reasons: {
    'not-json':
      'Diese Datei ist kein JSON, also kein Bericht von Waypost. Öffnen Sie einen Bericht, eine Ereignisdatei oder ein Supportpaket, das Waypost gespeichert hat.',
    'not-ours':
      'Das ist kein Bericht, keine Ereignisdatei und kein Supportpaket von Waypost. Öffnen Sie eines, das Waypost gespeichert hat.',
    'newer-version':
      'Eine neuere Version von Waypost hat diese Datei geschrieben. Aktualisieren Sie Waypost, um sie zu lesen.',
    'too-large':
      'Diese Datei ist größer als 64 Megabyte. Das ist kein Bericht. Öffnen Sie einen, den Waypost gespeichert hat.',
    gone: 'Diese Datei konnte nicht gelesen werden. Sie wurde womöglich verschoben oder gelöscht. Sehen Sie nach, wo sie jetzt ist, und öffnen Sie sie dort.',
    'not-allowed':
      'Sie dürfen diese Datei nicht lesen. Bitten Sie den, dem sie gehört, um das Recht dazu oder um eine Kopie.',
  },
};
