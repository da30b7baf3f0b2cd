import { Button, Field, Input, Link, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { PasswordSource } from '../../electron/contract.ts';
import { useApp } from '../app/context.tsx';
import { useWords } from '../words/context.tsx';

const useStyles = makeStyles({
  held: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalM,
    minHeight: '32px',
    alignItems: 'center',
  },
});

interface Props {
  readonly label: string;
  readonly source: PasswordSource;
  /** What is wrong with it, in words. */
  readonly fault: string | undefined;
  change(source: PasswordSource): void;
}

/** A password to type, or the word that one is held already. */
export function PasswordField({ label, source, fault, change }: Props) {
  const styles = useStyles();
  const { info } = useApp();
  const { message: words } = useWords();
  const [shown, setShown] = useState(false);
  if (source.kind !== 'typed') {
    return (
      <Field label={label}>
        {(control) => (
          <div id={control.id} className={styles.held}>
            {source.kind === 'remembered' ? words.passwordRemembered(info.secrets.backend) : words.passwordOfSetUp}
            <Link as="button" onClick={() => change({ kind: 'typed', text: '' })}>
              {words.typePassword}
            </Link>
          </div>
        )}
      </Field>
    );
  }
  return (
    <Field label={label} required {...(fault && { validationState: 'error' as const, validationMessage: fault })}>
      <Input
        type={shown ? 'text' : 'password'}
        autoComplete="off"
        spellCheck={false}
        value={source.text}
        onChange={(_, { value }) => change({ kind: 'typed', text: value })}
        contentAfter={
          <Button
            size="small"
            appearance="transparent"
            aria-label={shown ? words.hidePassword : words.showPassword}
            onClick={() => setShown(!shown)}
          >
            {shown ? words.hide : words.show}
          </Button>
        }
      />
    </Field>
  );
}
