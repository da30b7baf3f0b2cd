import { Button } from '@fluentui/react-components';
import { type ChangeEvent, useRef } from 'react';

interface Props {
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
export function FilePicker({ id, label, several, disabled, onPicked, name, describedBy }: Props) {
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
