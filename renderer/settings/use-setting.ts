import { useState } from 'react';
import type { PolicyState, Settings } from '../../electron/contract.ts';
import { useApp } from '../app/context.tsx';
import { useWords } from '../words/context.tsx';
import { faultsOf } from './faults-of.ts';
import { useNotices } from './saved.tsx';

type Policy = PolicyState['fields'][number];

/** One setting: what holds, who else has a say, and what is wrong with the last change. */
export interface Setting<K extends keyof Settings> {
  readonly value: Settings[K];
  readonly policy: Policy | undefined;
  readonly locked: boolean;
  /** What is wrong, in words; null when nothing is. */
  readonly fault: string | null;
  complain(fault: string | null): void;
  /** Stores a value at once. Answers whether it was taken. */
  save(value: Settings[K]): Promise<boolean>;
}

/** @param field the setting as a policy calls it, when that is another name */
export function useSetting<K extends keyof Settings>(name: K, field: Policy['field'] | K = name): Setting<K> {
  const { bridge, info, change, announce } = useApp();
  const words = useWords();
  const notices = useNotices();
  const [fault, complain] = useState<string | null>(null);
  const policy = info.policy.fields.find((one) => one.field === field);
  return {
    value: info.settings[name],
    policy,
    locked: policy?.locked === true,
    fault,
    complain,
    async save(value) {
      complain(null);
      const answer = await bridge.call('settings.change', { [name]: value }).catch(() => null);
      if (answer !== null && 'settings' in answer) {
        change({ settings: answer.settings });
        notices.saved();
        announce(words.settings.saved);
        return true;
      }
      const { beside, above } = faultsOf(name, answer, words);
      complain(beside);
      if (above !== null) notices.complain(above);
      return false;
    },
  };
}
