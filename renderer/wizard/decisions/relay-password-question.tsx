import { Button } from '@fluentui/react-components';
import { type FormEvent, useRef, useState } from 'react';
import { visible } from '../../../src/core/text.ts';
import { useWords } from '../../words/context.tsx';
import { CopyReport } from '../copy-report.tsx';
import { FormText } from '../form/form-text.tsx';
import { PasswordInput } from '../form/password-input.tsx';
import { TextInput } from '../form/text-input.tsx';
import { useFirstBadField } from '../form/use-first-bad-field.ts';
import { useFlaw } from '../form/use-flaw.ts';
import { ObstacleNote } from '../obstacle-note.tsx';
import { QuestionSheet } from './question-sheet.tsx';
import type { QuestionProps } from './question-view.tsx';
import { useQuestionStyles } from './styles.ts';

/** The directory took the password and the relay did not: it may have a user name and a password of its own. */
export function RelayPasswordQuestion({ desk, problem }: QuestionProps) {
  const styles = useQuestionStyles();
  const { wizard: words } = useWords();
  const [user, setUser] = useState(desk.draft.relayUser);
  const [password, setPassword] = useState('');
  const form = useRef<HTMLFormElement>(null);
  const flaw = useFlaw(desk);
  const host = visible(String(problem.args['host'] ?? ''), 300);
  const triedOwn = desk.draft.relayUser !== '';
  useFirstBadField(form, desk.invalid, user === '' ? 'relayUser' : 'relayPassword');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const text = password;
    setPassword('');
    const refused = await desk.rerun({ relayUser: user }, { kind: 'typed', text });
    if (refused !== null && refused.kind !== 'invalid') setPassword(text);
  };
  const { relayPassword: text } = words;
  return (
    <QuestionSheet
      title={text.title(host)}
      found={triedOwn ? text.refusedAgain(host) : text.found(host)}
      why={text.why}
      leave={desk.leave}
    >
      <form ref={form} className={styles.form} noValidate onSubmit={(event) => void submit(event)}>
        <TextInput name="relayUser" label={text.user} value={user} flaw={flaw('relayUser')} onChange={setUser} />
        <PasswordInput
          name="relayPassword"
          label={text.password}
          value={password}
          hint={text.given(host)}
          flaw={flaw('relayPassword')}
          onChange={setPassword}
        />
        <ObstacleNote desk={desk} />
        <div className={styles.buttons}>
          <Button type="submit" appearance="primary">
            {words.continue}
          </Button>
          <Button onClick={desk.leave}>{words.stopHere}</Button>
          <CopyReport report={desk.run.state.report} label={words.copyForAdministrator} />
        </div>
        <FormText>{text.stop}</FormText>
      </form>
    </QuestionSheet>
  );
}
