import { Button, type FieldControlProps, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useWords } from '../../words/context.tsx';
import type { PasswordInput } from './use-request.ts';

const useStyles = makeStyles({
  frame: {
    display: 'flex',
    alignItems: 'center',
    height: '32px',
    boxSizing: 'border-box',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderBottom: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
    background: tokens.colorNeutralBackground1,
    ':focus-within': { outline: `2px solid ${tokens.colorCompoundBrandStroke}`, outlineOffset: '-1px' },
  },
  input: {
    flexGrow: 1,
    width: 0,
    minWidth: 0,
    border: 'none',
    outline: 'none',
    background: 'transparent',
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    paddingInline: tokens.spacingHorizontalMNudge,
  },
});

/** What the field around it says of it: label, hint, flaw. */
interface Props extends FieldControlProps {
  readonly id: string;
  readonly input: PasswordInput;
}

/** The browser's own field: what is typed is in it alone, in no state that outlives it. */
export function SecretInput({ id, input, ...described }: Props) {
  const styles = useStyles();
  const { form } = useWords().diagnosis;
  const [isShown, setShown] = useState(false);
  return (
    <span className={styles.frame}>
      <input
        {...described}
        ref={input}
        id={id}
        type={isShown ? 'text' : 'password'}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        className={styles.input}
      />
      <Button size="small" appearance="transparent" aria-pressed={isShown} onClick={() => setShown(!isShown)}>
        {isShown ? form.hide : form.show}
      </Button>
    </span>
  );
}
