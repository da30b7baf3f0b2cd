import { Button, makeStyles } from '@fluentui/react-components';
import { useWords } from '../../words/context.tsx';
import { base64Of } from './base64.ts';
import { FilePicker } from './file-picker.tsx';

const useStyles = makeStyles({
  given: { display: 'flex', alignItems: 'center', justifyContent: 'space-between' },
});

interface Props {
  readonly id: string;
  /** PEM, or base64 of DER; empty: none. */
  readonly value: string;
  readonly disabled: boolean;
  readonly describedBy: string | undefined;
  onChange(value: string): void;
}

/** The issuer's certificate, as PEM or as DER. */
export function CertificateFile({ id, value, disabled, describedBy, onChange }: Props) {
  const styles = useStyles();
  const { form } = useWords().diagnosis;
  const take = async ([file]: readonly File[]) => {
    if (file === undefined) return;
    const text = await file.text();
    onChange(text.includes('-----BEGIN') ? text : await base64Of(file));
  };
  return (
    <div>
      {value !== '' && (
        <div className={styles.given}>
          <span>{form.certificateGiven}</span>
          <Button
            size="small"
            appearance="subtle"
            disabled={disabled}
            aria-label={form.remove(form.labels.ca)}
            onClick={() => onChange('')}
          >
            ×
          </Button>
        </div>
      )}
      <FilePicker
        name={form.labels.ca}
        describedBy={describedBy}
        id={id}
        label={form.addFile}
        several={false}
        disabled={disabled}
        onPicked={(files) => void take(files)}
      />
    </div>
  );
}
