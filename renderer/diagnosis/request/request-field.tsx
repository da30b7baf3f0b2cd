import { Checkbox, Field, Input, Select, Textarea } from '@fluentui/react-components';
import type { AskedField, AskedRun, Settings } from '../../../electron/contract.ts';
import { visible } from '../../../src/core/index.ts';
import { useApp } from '../../app/context.tsx';
import { count } from '../../kit/format.ts';
import { type Spoken, useSpoken } from '../../words/context.tsx';
import { Attachments } from './attachments.tsx';
import { CertificateFile } from './certificate-file.tsx';
import { lockOf } from './draft.ts';
import { PasswordField } from './password-field.tsx';
import { TagsInput } from './tags-input.tsx';
import { fieldId, type RequestForm } from './use-request.ts';

interface Props {
  readonly field: AskedField;
  readonly form: RequestForm;
}

const choices = ['send', 'dsn', 'requireTls', 'readBack'] as const;
type Choices = (typeof choices)[number];

function isChoice(field: AskedField): field is Choices {
  return (choices as readonly AskedField[]).includes(field);
}

/** One field of the form, with its hint, what is wrong with it, and who has locked it. */
export function RequestField({ field, form }: Props) {
  const { info } = useApp();
  const spoken = useSpoken();
  const { words } = spoken;
  const labels = words.diagnosis.form.labels;
  if (field === 'password' || field === 'relayPassword') return <PasswordField field={field} form={form} />;
  if (isChoice(field)) return <Choice field={field} form={form} />;
  const lock = lockOf(field, info);
  const flaw = form.flaws.get(field);
  return (
    <Field
      label={{ children: labels[field], htmlFor: fieldId(field) }}
      hint={lock === null ? hintOf(field, form.draft, spoken, info.settings) : lockedBy(lock, spoken)}
      {...(flaw && { validationState: 'error', validationMessage: words.problem.flaws[flaw] })}
    >
      {({ 'aria-describedby': describedBy }) => (
        <Control field={field} form={form} disabled={lock !== null} describedBy={describedBy} />
      )}
    </Field>
  );
}

interface ControlProps {
  readonly field: Exclude<keyof AskedRun, Choices>;
  readonly form: RequestForm;
  readonly disabled: boolean;
  /** Where the hint and the flaw stand; Fluent’s own controls know by themselves. */
  readonly describedBy: string | undefined;
}

function Control({ field, form: { draft, setDraft }, disabled, describedBy }: ControlProps) {
  const { words } = useSpoken();
  const { securities } = words.diagnosis.form;
  const common = { id: fieldId(field), disabled };
  const change = (value: AskedRun[keyof AskedRun]) => setDraft({ ...draft, [field]: value });
  switch (field) {
    case 'to':
    case 'approvedDomains':
      return <TagsInput {...common} value={draft[field]} onChange={change} />;
    case 'attachments':
      return <Attachments {...common} describedBy={describedBy} value={draft.attachments} onChange={change} />;
    case 'ca':
      return <CertificateFile {...common} describedBy={describedBy} value={draft.ca} onChange={change} />;
    case 'text':
      return <Textarea {...common} value={draft.text} onChange={(_, { value }) => change(value)} resize="vertical" />;
    case 'security':
      return (
        <Select {...common} value={draft.security} onChange={(_, { value }) => change(value)}>
          <option value="">{securities.any}</option>
          <option value="implicit">{securities.implicit}</option>
          <option value="starttls">{securities.starttls}</option>
        </Select>
      );
    default: {
      const isNumber = field === 'port' || field === 'timeout';
      return (
        <Input
          {...common}
          value={draft[field]}
          inputMode={isNumber ? 'numeric' : 'text'}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          onChange={(_, { value }) => change(value)}
        />
      );
    }
  }
}

/** Yes or no. Sending is asked the other way round, as on the command line: "stop before sending". */
function Choice({ field, form: { draft, setDraft, flaws } }: Props & { readonly field: Choices }) {
  const { info } = useApp();
  const { diagnosis, problem } = useSpoken().words;
  const { labels, hints, sendingLocked } = diagnosis.form;
  const isSend = field === 'send';
  const flaw = flaws.get(field);
  const locked = isSend && !info.policy.sendTests;
  const hint = locked ? sendingLocked : isSend ? hints.send : null;
  return (
    <Field
      {...(hint !== null && { hint })}
      {...(flaw && { validationState: 'error', validationMessage: problem.flaws[flaw] })}
    >
      <Checkbox
        id={fieldId(field)}
        label={labels[field]}
        disabled={locked}
        checked={isSend ? !draft.send : draft[field]}
        onChange={(_, { checked }) => setDraft({ ...draft, [field]: isSend ? checked !== true : checked === true })}
      />
    </Field>
  );
}

/** Who has set it, and, where the field itself does not show it, what. */
function lockedBy({ field, source, value }: NonNullable<ReturnType<typeof lockOf>>, { words }: Spoken): string {
  const said = words.diagnosis.form.lockedBy(visible(source, 300));
  return field === 'relay' || field === 'approvedDomains' ? `${said} ${visible(value, 300)}` : said;
}

function hintOf(field: AskedField, { goal }: AskedRun, { words, locale }: Spoken, settings: Settings) {
  const { hints, seconds, alsoApproved } = words.diagnosis.form;
  if (field === 'timeout') return seconds(count(settings.timeout, locale));
  if (field === 'approvedDomains' && settings.approvedDomains.length > 0) {
    return `${hints.approvedDomains} ${alsoApproved(settings.approvedDomains.join(', '))}`;
  }
  if (field === 'to' && goal === 'send') return hints.toSend;
  if (field === 'user' && (goal === 'resolve' || goal === 'locate-dc')) return hints.person;
  if (field === 'user' && goal === 'discover') return hints.directory;
  return field in hints ? hints[field as keyof typeof hints] : null;
}
