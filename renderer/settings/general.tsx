import { Field, Select } from '@fluentui/react-components';
import { appearances, languages, type Settings } from '../../electron/contract.ts';
import { useWords } from '../words/context.tsx';
import { Section } from './section.tsx';
import { besides, useLockedStyles } from './setting-field.tsx';
import { type Setting, useSetting } from './use-setting.ts';

/** How Waypost speaks and looks. */
export function General() {
  const { settings: words } = useWords();
  const language = useSetting('language');
  const appearance = useSetting('appearance');
  // The language that only tests speak is offered to whoever has it already.
  const offered = languages.filter((one) => one !== 'pseudo' || language.value === 'pseudo');
  return (
    <Section title={words.general}>
      <Choice setting={language} label={words.language} values={offered} names={words.languages} />
      <Choice setting={appearance} label={words.appearance} values={appearances} names={words.appearances} />
    </Section>
  );
}

interface ChoiceProps<K extends 'language' | 'appearance'> {
  readonly setting: Setting<K>;
  readonly label: string;
  readonly values: readonly Settings[K][];
  readonly names: Readonly<Record<Settings[K], string>>;
}

function Choice<K extends 'language' | 'appearance'>({ setting, label, values, names }: ChoiceProps<K>) {
  const { settings: words } = useWords();
  const { readable } = useLockedStyles();
  return (
    <Field label={label} {...besides(setting, words)}>
      <Select
        value={setting.value}
        disabled={setting.locked}
        {...(setting.locked && { select: { className: readable } })}
        onChange={(_, { value }) => {
          const chosen = values.find((one) => one === value);
          if (chosen !== undefined) void setting.save(chosen);
        }}
      >
        {values.map((value) => (
          <option key={value} value={value}>
            {names[value]}
          </option>
        ))}
      </Select>
    </Field>
  );
}
