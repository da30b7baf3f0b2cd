import type { AskedField } from '../../../electron/contract.ts';
import { useWords } from '../../words/context.tsx';
import type { SetUpDesk } from '../use-set-up.ts';

/** What is wrong with a field, in words; null when nothing is. */
export function useFlaw({ invalid }: Pick<SetUpDesk, 'invalid'>): (name: AskedField) => string | null {
  const { problem: words } = useWords();
  return (name) => {
    const found = invalid.find(({ field }) => field === name);
    return found === undefined ? null : words.flaws[found.flaw];
  };
}
