import { Button, Field, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type DragEvent, useRef, useState } from 'react';
import { visible } from '../../src/core/index.ts';
import { useApp } from '../app/context.tsx';
import { count } from '../kit/format.ts';
import { useSpoken } from '../words/context.tsx';
import { addFiles, mostAttachments, type Rejection, roomForAttachments, roomLeft } from './attachment.ts';
import type { Message } from './use-message.ts';

const useStyles = makeStyles({
  zone: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalS,
    border: `1px dashed ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  over: { border: `1px solid ${tokens.colorBrandStroke1}`, background: tokens.colorBrandBackground2 },
  actions: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  quiet: { color: tokens.colorNeutralForeground2 },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  remove: { minWidth: 'auto' },
  item: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  name: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere', userSelect: 'text' },
});

/** Files that go along: chosen or dropped. What is too large is said before anything is sent. */
export function AttachmentsField({ message }: { readonly message: Message }) {
  const styles = useStyles();
  const { announce } = useApp();
  const { words, locale } = useSpoken();
  const { message: own } = words;
  const [rejections, setRejections] = useState<readonly Rejection[]>([]);
  const [isOver, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const { attachments } = message.form;
  const megabytes = (bytes: number) =>
    (bytes / 1_048_576).toLocaleString(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });

  const inWords = (rejection: Rejection): string => {
    switch (rejection.kind) {
      case 'too-large':
        return own.attachmentTooLarge(
          visible(rejection.name, 255),
          megabytes(rejection.size),
          megabytes(rejection.room),
        );
      case 'too-many':
        return own.tooManyAttachments(count(mostAttachments, locale));
      case 'unreadable':
        return own.attachmentUnreadable(visible(rejection.name, 255));
    }
  };
  const add = async (files: readonly File[]) => {
    const added = await addFiles(attachments, files);
    message.change({ attachments: added.attachments });
    setRejections(added.rejections);
    if (added.rejections.length > 0) announce(added.rejections.map(inWords).join(' '));
  };
  const remove = (id: string) => {
    message.change({ attachments: attachments.filter((one) => one.id !== id) });
    setRejections([]);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void add([...event.dataTransfer.files]);
  };
  const told = message.flaws.attachments;
  const wrong = [...rejections.map(inWords), ...(told ? [words.problem.flaws[told.flaw]] : [])].join(' ');
  return (
    <Field
      label={own.attachments}
      {...(wrong !== '' && { validationState: 'warning' as const, validationMessage: wrong })}
    >
      {({ 'aria-labelledby': labelledBy }) => (
        <section
          aria-labelledby={labelledBy}
          className={mergeClasses(styles.zone, isOver && styles.over)}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={drop}
        >
          {attachments.length > 0 && (
            <ul className={styles.list}>
              {attachments.map(({ id, name, size }) => (
                <li key={id} className={styles.item}>
                  <bdi className={styles.name}>{visible(name, 255)}</bdi>
                  <span className={styles.quiet}>{own.attachmentSize(megabytes(size))}</span>
                  <Button
                    size="small"
                    appearance="subtle"
                    className={styles.remove}
                    aria-label={own.removeAttachment(visible(name, 255))}
                    onClick={() => remove(id)}
                  >
                    ×
                  </Button>
                </li>
              ))}
            </ul>
          )}
          <div className={styles.actions}>
            <Button size="small" onClick={() => input.current?.click()}>
              {own.addAttachments}
            </Button>
            <span className={styles.quiet}>{own.dropHere}</span>
            <span className={styles.quiet}>
              {own.attachmentRoom(megabytes(roomForAttachments - roomLeft(attachments)), megabytes(roomForAttachments))}
            </span>
          </div>
          <input
            ref={input}
            type="file"
            multiple
            hidden
            onChange={({ target }) => {
              void add([...(target.files ?? [])]);
              target.value = '';
            }}
          />
        </section>
      )}
    </Field>
  );
}
