import { Input, Label, makeStyles } from '@fluentui/react-components';
import { type ReactNode, useId } from 'react';
import { FormText } from './form-text.tsx';

const useStyles = makeStyles({
  field: { display: 'flex', flexDirection: 'column', rowGap: '4px' },
  input: { width: '100%' },
});

export interface FieldProps {
  /** The field of the request, by which a flaw finds it. */
  readonly name: string;
  readonly label: string;
  readonly value: string;
  /** What is wrong with it, in words. */
  readonly flaw: string | null;
  readonly hint?: string;
  onChange(value: string): void;
}

interface Props extends FieldProps {
  readonly readOnly?: boolean;
  readonly type?: 'text' | 'password';
  readonly after?: ReactNode;
  /** Key presses, for what a key tells apart from its letter. */
  onKey?(event: React.KeyboardEvent): void;
}

/** A field with its label, its hint and its flaw. No browser completes, corrects or remembers what is typed. */
export function TextInput({
  name,
  label,
  value,
  flaw,
  hint = '',
  onChange,
  readOnly = false,
  type = 'text',
  after,
  onKey = ignore,
}: Props) {
  const styles = useStyles();
  const id = useId();
  const about = flaw ?? hint;
  return (
    <div className={styles.field}>
      <Label htmlFor={id}>{label}</Label>
      <Input
        id={id}
        name={name}
        className={styles.input}
        size="large"
        type={type}
        value={value}
        readOnly={readOnly}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        aria-invalid={flaw !== null}
        aria-describedby={about === '' ? undefined : `${id}-about`}
        contentAfter={after === undefined ? null : { children: after }}
        onChange={(_, data) => onChange(data.value)}
        onKeyDown={onKey}
        onKeyUp={onKey}
      />
      {about !== '' && (
        <FormText id={`${id}-about`} alert={flaw !== null}>
          {about}
        </FormText>
      )}
    </div>
  );
}

function ignore() {}
