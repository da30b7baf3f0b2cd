import { Button, makeStyles } from '@fluentui/react-components';
import { type KeyboardEvent, useState } from 'react';
import { useWords } from '../../words/context.tsx';
import { type FieldProps, TextInput } from './text-input.tsx';

const useStyles = makeStyles({ button: { whiteSpace: 'nowrap' } });

/** A password: hidden until it is asked to be seen, and a word about Caps Lock. */
export function PasswordInput({ hint = '', ...field }: FieldProps) {
  const styles = useStyles();
  const { wizard: words } = useWords();
  const [shown, setShown] = useState(false);
  const [capsLock, setCapsLock] = useState(false);
  const watch = (event: KeyboardEvent) => setCapsLock(event.getModifierState('CapsLock'));
  return (
    <TextInput
      {...field}
      type={shown ? 'text' : 'password'}
      hint={capsLock ? words.capsLock : hint}
      onKey={watch}
      after={
        <Button
          appearance="transparent"
          size="small"
          className={styles.button}
          aria-label={shown ? words.hidePassword : words.showPassword}
          onClick={() => setShown(!shown)}
        >
          {shown ? words.hide : words.show}
        </Button>
      }
    />
  );
}
