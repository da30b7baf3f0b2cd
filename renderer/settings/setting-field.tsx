import { Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { type ComponentProps, useState } from 'react';
import type { Settings } from '../../electron/contract.ts';
import { visible } from '../../src/core/index.ts';
import { useWords } from '../words/context.tsx';
import type { Words } from '../words/words.ts';
import type { Setting } from './use-setting.ts';

type FieldProps = Pick<ComponentProps<typeof Field>, 'hint' | 'validationState' | 'validationMessage'>;

/** What stands below a setting: who has set it, or what it is for, and what is wrong with it. */
export function besides(
  { policy, fault }: Pick<Setting<keyof Settings>, 'policy' | 'fault'>,
  words: Words['settings'],
  hint?: string,
): FieldProps {
  const source = policy && visible(policy.source, 300);
  const by = source === undefined ? undefined : policy?.locked ? words.lockedBy(source) : words.presetBy(source);
  const shown = [policy?.locked ? undefined : hint, by].filter((part) => part !== undefined).join(' ');
  return {
    ...(shown !== '' && { hint: shown }),
    ...(fault !== null && { validationState: 'error', validationMessage: fault }),
  };
}

// A locked value is still there to be read, so that it is not as pale as a field that is out of use.
export const useLockedStyles = makeStyles({
  readable: { color: tokens.colorNeutralForeground2, WebkitTextFillColor: 'currentcolor' },
});

interface Props<K extends keyof Settings> {
  readonly setting: Setting<K>;
  readonly label: string;
  readonly hint: string;
  readonly numeric?: boolean;
  /** The value that a text stands for; null after a complaint. */
  read(text: string): Settings[K] | null;
}

/** A setting in one line, stored when the field is left or Enter is pressed. */
export function LineSetting<K extends keyof Settings>({ setting, label, hint, numeric = false, read }: Props<K>) {
  const { settings: words } = useWords();
  const { readable } = useLockedStyles();
  const stored = String(setting.value);
  const [typed, setTyped] = useState<string | null>(null);
  const leave = async () => {
    if (typed === null || typed.trim() === stored) return setTyped(null);
    const value = read(typed.trim());
    if (value !== null && (await setting.save(value))) setTyped(null);
  };
  return (
    <Field label={label} {...besides(setting, words, hint)}>
      <Input
        value={typed ?? stored}
        disabled={setting.locked}
        {...(setting.locked && { input: { className: readable } })}
        inputMode={numeric ? 'decimal' : 'text'}
        autoComplete="off"
        spellCheck={false}
        onChange={(_, { value }) => setTyped(value)}
        onBlur={() => void leave()}
        onKeyDown={({ key }) => {
          if (key === 'Enter') void leave();
        }}
      />
    </Field>
  );
}
