import { Checkbox, Field } from '@fluentui/react-components';
import { useApp } from '../../app/context.tsx';
import { useWords } from '../../words/context.tsx';
import { usePhase } from '../use-phase.ts';
import { relaySourceWhenEmpty, sourceWhenEmpty } from './passwords.ts';
import { SecretInput } from './secret-input.tsx';
import { fieldId, type RequestForm } from './use-request.ts';

interface Props {
  readonly field: 'password' | 'relayPassword';
  readonly form: RequestForm;
}

/** A password lives in its field and nowhere else in the window. */
export function PasswordField({ field, form }: Props) {
  const { runs, info } = useApp();
  const words = useWords();
  const { labels, sameAs, remembered } = words.diagnosis.form;
  // What an empty field stands for changes as runs begin and end.
  usePhase(runs.diagnose);
  const flaw = form.flaws.get(field);
  const source =
    field === 'password' ? sourceWhenEmpty(runs.diagnose, form.draft.user, info) : relaySourceWhenEmpty(runs.diagnose);
  const hint = { 'same-as': sameAs, remembered, none: null, typed: null }[source.kind];
  return (
    <>
      <Field
        label={{ children: labels[field], htmlFor: fieldId(field) }}
        {...(hint !== null && { hint })}
        {...(flaw && { validationState: 'error', validationMessage: words.problem.flaws[flaw] })}
      >
        {(control) => <SecretInput {...control} id={fieldId(field)} input={form[field]} />}
      </Field>
      {field === 'password' && <Remember form={form} />}
    </>
  );
}

function Remember({ form: { remember, setRemember } }: Pick<Props, 'form'>) {
  const { info } = useApp();
  const { diagnosis } = useWords();
  const { remember: label, rememberIn, cannotRemember } = diagnosis.form;
  const { state, backend } = info.secrets;
  const why = !info.policy.rememberPasswords ? 'forbidden' : state;
  const isPossible = why === 'ready';
  return (
    <Field hint={isPossible ? rememberIn(backend) : cannotRemember[why]}>
      <Checkbox
        label={label}
        disabled={!isPossible}
        checked={isPossible && remember}
        onChange={(_, { checked }) => setRemember(checked === true)}
      />
    </Field>
  );
}
