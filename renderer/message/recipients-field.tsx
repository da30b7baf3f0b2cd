import { Button, Field, Input, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type ClipboardEvent, type KeyboardEvent, useRef } from 'react';
import { visible } from '../../src/core/index.ts';
import { useApp } from '../app/context.tsx';
import { count } from '../kit/format.ts';
import { useSpoken } from '../words/context.tsx';
import { addressFlaw } from './address.ts';
import { mostRecipients, withTypedRecipients } from './form.ts';
import type { Message } from './use-message.ts';

const useStyles = makeStyles({
  tags: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalXS,
    listStyleType: 'none',
    margin: `0 0 ${tokens.spacingVerticalXS}`,
    padding: 0,
  },
  tag: {
    display: 'flex',
    alignItems: 'center',
    maxWidth: '100%',
    boxSizing: 'border-box',
    paddingLeft: tokens.spacingHorizontalS,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    background: tokens.colorNeutralBackground3,
  },
  wrong: { border: `1px solid ${tokens.colorStatusDangerBorder2}`, color: tokens.colorStatusDangerForeground1 },
  address: { overflowWrap: 'anywhere', userSelect: 'text' },
  remove: { minWidth: 'auto' },
  input: { width: '100%' },
});

/** Several addresses: Enter, a comma or pasting makes recipients of what is typed, Backspace takes the last one back. */
export function RecipientsField({ message }: { readonly message: Message }) {
  const styles = useStyles();
  const { announce } = useApp();
  const { words, locale } = useSpoken();
  const input = useRef<HTMLInputElement>(null);
  const { message: own } = words;
  const { form, change } = message;

  const add = (typed: string) => {
    const next = withTypedRecipients(form, typed);
    change({ to: next.to, typedTo: '' });
    const added = next.to.slice(form.to.length);
    if (added.length > 0) announce(own.recipientAdded(added.map((one) => visible(one, 320)).join(', ')));
  };
  const remove = (address: string) => {
    change({ to: form.to.filter((one) => one !== address) });
    announce(own.recipientRemoved(visible(address, 320)));
    input.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const last = form.to.at(-1);
    if ((event.key === 'Enter' && form.typedTo.trim() !== '') || event.key === ',' || event.key === ';') {
      event.preventDefault();
      add(form.typedTo);
    } else if (event.key === 'Backspace' && form.typedTo === '' && last !== undefined) {
      event.preventDefault();
      remove(last);
    }
  };
  const onPaste = (event: ClipboardEvent) => {
    const pasted = event.clipboardData.getData('text');
    if (!pasted.includes('@')) return;
    event.preventDefault();
    add(`${form.typedTo}${pasted}`);
  };
  const wrong = wrongIn(message, words, count(mostRecipients, locale));
  return (
    <Field
      label={own.to}
      required
      hint={own.toHint}
      {...(wrong !== null && { validationState: 'error' as const, validationMessage: wrong })}
    >
      {(control) => (
        <div>
          {form.to.length > 0 && (
            <ul className={styles.tags} aria-label={own.recipients}>
              {form.to.map((address) => (
                <li key={address} className={mergeClasses(styles.tag, addressFlaw(address) !== null && styles.wrong)}>
                  <bdi className={styles.address}>
                    {addressFlaw(address) !== null && '! '}
                    {visible(address, 320)}
                  </bdi>
                  <Button
                    size="small"
                    appearance="transparent"
                    className={styles.remove}
                    aria-label={own.removeRecipient(visible(address, 320))}
                    onClick={() => remove(address)}
                  >
                    ×
                  </Button>
                </li>
              ))}
            </ul>
          )}
          <Input
            {...control}
            input={{ ref: input }}
            type="text"
            inputMode="email"
            autoComplete="off"
            spellCheck={false}
            className={styles.input}
            value={form.typedTo}
            onChange={(_, { value }) => change({ typedTo: value })}
            onKeyDown={onKeyDown}
            onPaste={onPaste}
            onBlur={() => form.typedTo.trim() !== '' && add(form.typedTo)}
          />
        </div>
      )}
    </Field>
  );
}

function wrongIn(
  { form, flaws }: Message,
  { message: own, problem }: ReturnType<typeof useSpoken>['words'],
  most: string,
) {
  const address = form.to.find((one) => addressFlaw(one) !== null);
  const flaw = address === undefined ? null : addressFlaw(address);
  if (address !== undefined && flaw !== null) return own.recipientFlaw(visible(address, 320), problem.flaws[flaw]);
  const told = flaws.to;
  if (told)
    return told.value === ''
      ? problem.flaws[told.flaw]
      : own.recipientFlaw(visible(told.value, 320), problem.flaws[told.flaw]);
  return form.to.length >= mostRecipients ? own.tooManyRecipients(most) : null;
}
