import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { AskedRun } from '../../../electron/contract.ts';
import { count } from '../../kit/format.ts';
import { Untrusted } from '../../kit/untrusted.tsx';
import { useSpoken } from '../../words/context.tsx';
import { base64Of } from './base64.ts';
import { FilePicker } from './file-picker.tsx';

type Attachment = AskedRun['attachments'][number];

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyle: 'none' },
  file: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: tokens.spacingHorizontalS },
  name: { minWidth: 0, color: tokens.colorNeutralForeground1 },
  size: { color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly id: string;
  readonly value: readonly Attachment[];
  readonly disabled: boolean;
  readonly describedBy: string | undefined;
  onChange(value: Attachment[]): void;
}

export function Attachments({ id, value, disabled, describedBy, onChange }: Props) {
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
      <FilePicker
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

function sizeOf({ base64 }: Attachment, locale: string): string {
  const padding = base64.endsWith('==') ? 2 : base64.endsWith('=') ? 1 : 0;
  return count((base64.length * 3) / 4 - padding, locale);
}
