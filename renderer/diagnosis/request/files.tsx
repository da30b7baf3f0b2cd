import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { type ChangeEvent, useId, useRef } from 'react';
import type { AskedRun } from '../../../electron/contract.ts';
import { count } from '../../kit/format.ts';
import { Untrusted } from '../../kit/untrusted.tsx';
import { useSpoken } from '../../words/context.tsx';

type Attachment = AskedRun['attachments'][number];

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyle: 'none' },
  file: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: tokens.spacingHorizontalS },
  name: { minWidth: 0, color: tokens.colorNeutralForeground1 },
  size: { color: tokens.colorNeutralForeground2 },
});

interface PickerProps {
  readonly id: string;
  readonly label: string;
  /** Of the field: several of them may have the same button. */
  readonly name: string;
  readonly describedBy: string | undefined;
  readonly several: boolean;
  readonly disabled: boolean;
  onPicked(files: readonly File[]): void;
}

/** A button that asks for files. Chosen again, the same file is taken again. */
function Picker({ id, label, several, disabled, onPicked, name, describedBy }: PickerProps) {
  const input = useRef<HTMLInputElement>(null);
  const take = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const files = [...(target.files ?? [])];
    target.value = '';
    if (files.length > 0) onPicked(files);
  };
  return (
    <>
      <input ref={input} type="file" hidden multiple={several} onChange={take} data-for={id} />
      <Button
        id={id}
        size="small"
        disabled={disabled}
        aria-label={`${label} (${name})`}
        aria-describedby={describedBy}
        onClick={() => input.current?.click()}
      >
        {label}
      </Button>
    </>
  );
}

interface AttachmentsProps {
  readonly id: string;
  readonly value: readonly Attachment[];
  readonly disabled: boolean;
  readonly describedBy: string | undefined;
  onChange(value: Attachment[]): void;
}

export function Attachments({ id, value, disabled, describedBy, onChange }: AttachmentsProps) {
  const styles = useStyles();
  const { words, locale } = useSpoken();
  const { form } = words.diagnosis;
  const add = async (files: readonly File[]) => {
    const added = await Promise.all(files.map(async (file) => ({ name: file.name, base64: await base64Of(file) })));
    onChange([...value, ...added]);
  };
  const without = (gone: Attachment) => onChange(value.filter((one) => one !== gone));
  return (
    <div>
      <ul className={styles.list}>
        {value.map((file) => (
          <li key={`${file.name} ${file.base64.length} ${file.base64.slice(-64)}`} className={styles.file}>
            <span className={styles.name}>
              <Untrusted text={file.name} /> <span className={styles.size}>{form.size(sizeOf(file, locale))}</span>
            </span>
            <Button size="small" appearance="subtle" aria-label={form.remove(file.name)} onClick={() => without(file)}>
              ×
            </Button>
          </li>
        ))}
      </ul>
      <Picker
        name={form.labels.attachments}
        describedBy={describedBy}
        id={id}
        label={form.addFiles}
        several
        disabled={disabled}
        onPicked={(f) => void add(f)}
      />
    </div>
  );
}

interface CertificateProps {
  readonly id: string;
  /** PEM, or base64 of DER; empty: none. */
  readonly value: string;
  readonly disabled: boolean;
  readonly describedBy: string | undefined;
  onChange(value: string): void;
}

/** The issuer's certificate, as PEM or as DER. */
export function CertificateFile({ id, value, disabled, describedBy, onChange }: CertificateProps) {
  const styles = useStyles();
  const { words } = useSpoken();
  const { form } = words.diagnosis;
  const given = useId();
  const take = async ([file]: readonly File[]) => {
    if (file === undefined) return;
    const text = await file.text();
    onChange(text.includes('-----BEGIN') ? text : await base64Of(file));
  };
  return (
    <div>
      {value !== '' && (
        <div className={styles.file}>
          <span id={given} className={styles.name}>
            {form.certificateGiven}
          </span>
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
      <Picker
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

function sizeOf({ base64 }: Attachment, locale: string): string {
  const padding = base64.endsWith('==') ? 2 : base64.endsWith('=') ? 1 : 0;
  return count((base64.length * 3) / 4 - padding, locale);
}

function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => reject(reader.error ?? new Error('unreadable'));
    reader.readAsDataURL(file);
  });
}
