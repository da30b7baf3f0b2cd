import { Input, makeStyles, tokens } from '@fluentui/react-components';
import { type ClipboardEvent, type KeyboardEvent, useState } from 'react';
import { visible } from '../../../src/core/index.ts';
import { useWords } from '../../words/context.tsx';

const useStyles = makeStyles({
  tags: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalXS,
    margin: '4px 0 0',
    padding: 0,
    listStyle: 'none',
  },
  tag: {
    display: 'flex',
    maxWidth: '100%',
    alignItems: 'center',
    paddingLeft: tokens.spacingHorizontalS,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    background: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground1,
  },
  text: { overflowWrap: 'anywhere', userSelect: 'text' },
  remove: {
    minWidth: '24px',
    minHeight: '24px',
    border: 'none',
    background: 'transparent',
    color: 'inherit',
    cursor: 'pointer',
    borderRadius: tokens.borderRadiusMedium,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
    ':disabled': { color: tokens.colorNeutralForegroundDisabled, cursor: 'default' },
  },
});

interface Props {
  readonly id: string;
  readonly value: readonly string[];
  readonly disabled: boolean;
  onChange(value: string[]): void;
}

/**
 * Several short texts. What is being typed belongs to them already, so that a run which starts meanwhile has it; a comma,
 * a semicolon or Enter makes it a tag, which can be removed.
 */
export function TagsInput({ id, value, disabled, onChange }: Props) {
  const styles = useStyles();
  const { diagnosis } = useWords();
  const [typed, setTyped] = useState('');
  const isTyping = typed.trim() !== '' && value.at(-1) === typed.trim();
  const tags = isTyping ? value.slice(0, -1) : value;

  const type = (text: string) => {
    const parts = text.split(/[,;\n]/);
    const rest = parts.pop() ?? '';
    setTyped(rest);
    onChange([...new Set([...tags, ...[...parts, rest].map((part) => part.trim()).filter((part) => part !== '')])]);
  };
  const remove = (tag: string) => onChange(value.filter((one) => one !== tag));
  const paste = (event: ClipboardEvent<HTMLInputElement>) => {
    const text = event.clipboardData.getData('text');
    if (!/[,;\n]/.test(text.trim())) return;
    event.preventDefault();
    type(`${typed}${text.trim()},`);
  };
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      setTyped('');
    }
    const last = tags.at(-1);
    if (event.key === 'Backspace' && typed === '' && last !== undefined) remove(last);
  };
  return (
    <>
      <Input
        id={id}
        value={isTyping || typed.trim() === '' ? typed : ''}
        disabled={disabled}
        onChange={(_, { value: text }) => type(text)}
        onPaste={paste}
        onKeyDown={press}
        onBlur={() => setTyped('')}
      />
      {tags.length > 0 && (
        <ul className={styles.tags}>
          {tags.map((tag) => (
            <li key={tag} className={styles.tag}>
              <bdi className={styles.text}>{visible(tag, 320)}</bdi>
              <button
                type="button"
                className={styles.remove}
                disabled={disabled}
                aria-label={diagnosis.form.remove(visible(tag, 320))}
                onClick={() => remove(tag)}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
