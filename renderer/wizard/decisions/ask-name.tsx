import { Button } from '@fluentui/react-components';
import { type FormEvent, useRef, useState } from 'react';
import { visible } from '../../../src/core/text.ts';
import { accountServers } from '../../../src/run/index.ts';
import { useWords } from '../../words/context.tsx';
import { CopyReport } from '../copy-report.tsx';
import { TextInput } from '../form/text-input.tsx';
import { useFirstBadField } from '../form/use-first-bad-field.ts';
import { useFlaw } from '../form/use-flaw.ts';
import { ObstacleNote } from '../obstacle-note.tsx';
import { QuestionSheet } from './question-sheet.tsx';
import type { QuestionProps } from './question-view.tsx';
import { useQuestionStyles } from './styles.ts';

/** No mail server could be worked out: the one time that its name has to be asked for. */
export function AskServer(props: QuestionProps) {
  const { wizard: words } = useWords();
  // What is published for the address can be the very server; it is for the person to say.
  const published = accountServers(props.desk.run.state.report).outgoing;
  const known = published?.toApprove === null ? published.host : '';
  return <AskName {...props} field="server" label={words.server} text={words.askServer} known={known} />;
}

/** The sign-in name does not lead to a domain. */
export function AskDomain(props: QuestionProps) {
  const { wizard: words } = useWords();
  return <AskName {...props} field="domain" label={words.domain} text={words.askDomain} />;
}

interface Props extends QuestionProps {
  readonly field: 'server' | 'domain';
  readonly label: string;
  /** What the name may be. */
  readonly known?: string;
  readonly text: {
    readonly title: string;
    found(name: string): string;
    readonly why: string;
    readonly hint: string;
  };
}

function AskName({ desk, problem, field, label, text, known = '' }: Props) {
  const styles = useQuestionStyles();
  const { wizard: words } = useWords();
  const [name, setName] = useState(known);
  const form = useRef<HTMLFormElement>(null);
  const flaw = useFlaw(desk);
  useFirstBadField(form, desk.invalid, field);
  const { args } = problem;
  const from = visible(String(args['name'] ?? args['domain'] ?? args['user'] ?? ''), 300);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void desk.rerun({ [field]: name });
  };
  return (
    <QuestionSheet title={text.title} found={text.found(from)} why={text.why} leave={desk.leave}>
      <form ref={form} className={styles.form} noValidate onSubmit={submit}>
        <TextInput name={field} label={label} value={name} hint={text.hint} flaw={flaw(field)} onChange={setName} />
        <ObstacleNote desk={desk} />
        <div className={styles.buttons}>
          <Button type="submit" appearance="primary" disabledFocusable={name.trim() === ''}>
            {words.continue}
          </Button>
          <Button onClick={desk.leave}>{words.backToForm}</Button>
          <CopyReport report={desk.run.state.report} label={words.copyForHelpdesk} />
        </div>
      </form>
    </QuestionSheet>
  );
}
