import type { openWords as english } from '../../en/views/open.ts';
import type { Translated } from '../../translated.ts';

export const openWords: Translated<typeof english> = {
  button: 'Bericht öffnen …',
  hint: 'oder einen Bericht, eine Ereignisdatei oder ein Supportpaket hierher ziehen',
  drop: 'Loslassen, um die Datei zu öffnen',
  reading: 'Wird gelesen …',
  opened: 'Geöffnet',
  reasons: {
    'not-json': 'Diese Datei ist kein JSON, also kein Bericht von Waypost.',
    'not-ours': 'Diese Datei ist kein Bericht, keine Ereignisdatei und kein Supportpaket von Waypost.',
    'newer-version':
      'Eine neuere Version von Waypost hat diese Datei geschrieben. Aktualisieren Sie Waypost, um sie zu lesen.',
    'too-large': 'Diese Datei ist größer als 64 Megabyte. Das ist kein Bericht.',
    gone: 'Diese Datei konnte nicht gelesen werden. Sie wurde womöglich verschoben oder gelöscht.',
  },
};
