import type { Settings, SettingsChange } from '../../electron/contract.ts';
import { visible } from '../../src/core/index.ts';
import type { Words } from '../words/words.ts';

interface Faults {
  /** What is wrong with the setting that was changed. */
  readonly beside: string | null;
  /** What is wrong and belongs to no field, or to another one. */
  readonly above: string | null;
}

/** Why a change was not stored, in words, where each belongs. `answer` is null when the program itself failed. */
export function faultsOf(
  name: keyof Settings,
  answer: Exclude<SettingsChange, { settings: unknown }> | null,
  { settings: words, problem }: Words,
): Faults {
  if (answer === null) return { beside: words.notSaved, above: null };
  if ('unstored' in answer) {
    const { file, reason } = answer.unstored;
    return { beside: null, above: words.unstored[reason](visible(file, 300)) };
  }
  const own = answer.invalid.filter(({ field }) => field === name);
  const others = answer.invalid.filter(({ field }) => field !== name);
  // Of several names, the one that it is about is said too.
  const besides = own.map(({ flaw, value }) =>
    name === 'approvedDomains' && value !== ''
      ? words.faultOf(visible(value, 300), problem.flaws[flaw])
      : problem.flaws[flaw],
  );
  const aboves = others.map(({ field, flaw }) => words.faultOf(words[field], problem.flaws[flaw]));
  return { beside: joined(besides), above: joined(aboves) };
}

function joined(texts: readonly string[]): string | null {
  return texts.length === 0 ? null : texts.join(' ');
}
