import type { outcomesWords as english } from '../../en/views/outcomes.ts';
import type { Translated } from '../../translated.ts';

export const outcomesWords: Translated<typeof english> = {
  passed: 'bestanden',
  failed: 'fehlgeschlagen',
  inconclusive: 'ohne klares Ergebnis',
  cancelled: 'abgebrochen',
  none: 'nicht beendet',
};
