import { Button, Checkbox, Field, Input, makeStyles, Select, Text, Textarea, tokens } from '@fluentui/react-components';
import { useEffect, useId, useRef } from 'react';
import type { AskedField } from '../../electron/contract.ts';
import { visible } from '../../src/core/index.ts';
import { useApp } from '../app/context.tsx';
import { obstacleText } from '../kit/obstacle-text.ts';
import { useWords } from '../words/context.tsx';
import { AttachmentsField } from './attachments-field.tsx';
import { PasswordField } from './password-field.tsx';
import { RecipientsField } from './recipients-field.tsx';
import type { Message } from './use-message.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM, minWidth: 0 },
  // Still there to be read.
  locked: { color: tokens.colorNeutralForeground2, WebkitTextFillColor: 'currentcolor' },
  select: { minWidth: 0 },
  group: { border: 'none', margin: 0, padding: 0, minWidth: 0 },
  legend: { padding: 0 },
  hint: { display: 'block', paddingLeft: '32px', color: tokens.colorNeutralForeground2 },
  actions: {
    position: 'sticky',
    bottom: `calc(-1 * ${tokens.spacingVerticalL})`,
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalM,
    alignItems: 'center',
    padding: `${tokens.spacingVerticalS} 0 ${tokens.spacingVerticalL}`,
    background: tokens.colorNeutralBackground2,
  },
  wrong: { width: '100%', color: tokens.colorStatusDangerForeground1 },
});

/** The message, whom it goes to, and who sends it. */
export function MessageForm({ message }: { readonly message: Message }) {
  const styles = useStyles();
  const words = useWords();
  const { message: own } = words;
  const { form, flaws, obstacle, run, change, changePasswords } = message;
  const root = useRef<HTMLFormElement>(null);
  const isBusy = run.phase === 'running' || run.phase === 'starting';
  const hasFlaws = Object.keys(flaws).length > 0;

  // The first field that needs a look gets the focus, once after each attempt.
  const attempted = useRef(false);
  useEffect(() => {
    if (!attempted.current || !hasFlaws) return;
    attempted.current = false;
    root.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [hasFlaws]);
  const send = async () => {
    attempted.current = true;
    await message.send();
  };
  const faultOf = (field: AskedField) => {
    const flaw = flaws[field]?.flaw;
    return flaw && words.problem.flaws[flaw];
  };
  const wrong = (field: AskedField) => {
    const fault = faultOf(field);
    return fault && { validationState: 'error' as const, validationMessage: fault };
  };
  return (
    <form
      ref={root}
      noValidate
      className={styles.form}
      aria-label={own.title}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy) void send();
      }}
    >
      <ServerField message={message} />
      <Field label={own.user} required {...wrong('user')}>
        <Input
          value={form.user}
          autoComplete="off"
          spellCheck={false}
          onChange={(_, { value }) => change({ user: value })}
        />
      </Field>
      <PasswordField
        label={own.password}
        source={message.passwords.password}
        fault={message.passwordGone ? own.passwordGone : faultOf('password')}
        change={(password) => changePasswords({ password })}
      />
      <Checkbox
        label={own.ownAccount}
        checked={form.ownAccount}
        onChange={(_, { checked }) => change({ ownAccount: checked === true })}
      />
      {form.ownAccount && (
        <>
          <Field label={own.relayUser} required {...wrong('relayUser')}>
            <Input
              value={form.relayUser}
              autoComplete="off"
              spellCheck={false}
              onChange={(_, { value }) => change({ relayUser: value })}
            />
          </Field>
          <PasswordField
            label={own.relayPassword}
            source={message.passwords.relayPassword}
            fault={faultOf('relayPassword')}
            change={(relayPassword) => changePasswords({ relayPassword })}
          />
        </>
      )}
      <SenderField message={message} />
      <RecipientsField message={message} />
      <Field label={own.subject} hint={own.subjectHint} {...wrong('subject')}>
        <Input value={form.subject} maxLength={900} onChange={(_, { value }) => change({ subject: value })} />
      </Field>
      <Field label={own.text} hint={own.textHint} {...wrong('text')}>
        <Textarea rows={4} resize="vertical" value={form.text} onChange={(_, { value }) => change({ text: value })} />
      </Field>
      <AttachmentsField message={message} />
      <fieldset className={styles.group}>
        <legend className={styles.legend}>{own.options}</legend>
        <Option label={own.dsn} hint={own.dsnHint} checked={form.dsn} change={(dsn) => change({ dsn })} />
        <Option
          label={own.requireTls}
          hint={own.requireTlsHint}
          checked={form.requireTls}
          change={(requireTls) => change({ requireTls })}
        />
        <Option
          label={own.readBack}
          hint={own.readBackHint}
          checked={form.readBack}
          change={(readBack) => change({ readBack })}
        />
      </fieldset>
      <div className={styles.actions}>
        <Text className={styles.wrong} role="alert">
          {obstacle ? obstacleText(obstacle, own.notStarted, words.app) : hasFlaws ? own.correct : ''}
        </Text>
        <Button type="submit" appearance="primary" disabledFocusable={isBusy}>
          {own.send}
        </Button>
        <Button disabledFocusable={run.phase !== 'running'} onClick={message.cancel}>
          {own.cancel}
        </Button>
      </div>
    </form>
  );
}

function ServerField({ message }: { readonly message: Message }) {
  const styles = useStyles();
  const { info } = useApp();
  const { message: own, problem } = useWords();
  const policy = info.policy.fields.find(({ field, locked }) => field === 'server' && locked);
  const flaw = message.flaws.server?.flaw;
  return (
    <Field
      label={own.server}
      hint={policy ? own.serverLocked(visible(policy.source, 300)) : own.serverHint}
      {...(flaw && { validationState: 'error' as const, validationMessage: problem.flaws[flaw] })}
    >
      <Input
        value={policy ? info.settings.server : message.form.server}
        disabled={policy !== undefined}
        {...(policy && { input: { className: styles.locked } })}
        autoComplete="off"
        spellCheck={false}
        onChange={(_, { value }) => message.change({ server: value })}
      />
    </Field>
  );
}

/** The account's own address, or another one that the directory has for it. */
function SenderField({ message }: { readonly message: Message }) {
  const styles = useStyles();
  const { message: own, problem } = useWords();
  const [mail, ...aliases] = message.addresses;
  const flaw = message.flaws.from?.flaw;
  return (
    <Field
      label={own.from}
      {...(mail === undefined && { hint: own.fromHint })}
      {...(flaw && { validationState: 'error' as const, validationMessage: problem.flaws[flaw] })}
    >
      <Select
        className={styles.select}
        value={message.form.from}
        onChange={(_, { value }) => message.change({ from: value })}
      >
        <option value="">{mail === undefined ? own.fromUnknown : own.fromOwn(visible(mail, 320))}</option>
        {aliases.map((alias) => (
          <option key={alias} value={alias}>
            {visible(alias, 320)}
          </option>
        ))}
      </Select>
    </Field>
  );
}

interface OptionProps {
  readonly label: string;
  readonly hint: string;
  readonly checked: boolean;
  change(checked: boolean): void;
}

function Option({ label, hint, checked, change }: OptionProps) {
  const styles = useStyles();
  const id = useId();
  return (
    <div>
      <Checkbox
        label={label}
        checked={checked}
        aria-describedby={id}
        onChange={(_, data) => change(data.checked === true)}
      />
      <Text size={200} className={styles.hint} id={id}>
        {hint}
      </Text>
    </div>
  );
}
