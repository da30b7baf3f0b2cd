import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { type FormEvent, lazy, Suspense, useRef, useState } from 'react';
import type { Problem } from '../../../src/core/problem.ts';
import { useApp } from '../../app/context.tsx';
import { useWords } from '../../words/context.tsx';
import { Sheet } from '../column.tsx';
import { noPassword } from '../draft.ts';
import { ObstacleNote } from '../obstacle-note.tsx';
import { StepHeading } from '../step-heading.tsx';
import { lacksPassword, type SetUpDesk } from '../use-set-up.ts';
import { CheckBox } from './check-box.tsx';
import { PasswordInput } from './password-input.tsx';
import { canRemember, storedFor } from './remembered.ts';
import { ServerSection } from './server-section.tsx';
import { TextInput } from './text-input.tsx';
import { useFirstBadField } from './use-first-bad-field.ts';
import { useFlaw } from './use-flaw.ts';
import { useTyped } from './use-typed.ts';

export const loadRefusal = () => import('./refusal.tsx');
const Refusal = lazy(loadRefusal);
const DemoPanel = lazy(() => import('../../app/demo-panel.tsx'));

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL },
  buttons: { display: 'flex', flexWrap: 'wrap', justifyContent: 'end', gap: tokens.spacingHorizontalS },
});

interface Props {
  readonly desk: SetUpDesk;
  /** Why the form is shown again: the directory did not take the name or the password. */
  readonly refusal: Problem | null;
}

/** Name and password; everything else is worked out, or asked for when it could not be. */
export function FirstForm({ desk, refusal }: Props) {
  const styles = useStyles();
  const { info } = useApp();
  const { wizard: words } = useWords();
  const { draft, invalid } = desk;
  const [password, setPassword] = useState('');
  const form = useRef<HTMLFormElement>(null);
  const stored = storedFor(draft.user, info.secrets);
  const flaw = useFlaw(desk);
  const busy = desk.run.phase === 'starting';
  useTyped(form, ({ password: typed, ...named }) => {
    if (named.user !== draft.user || named.server !== draft.server) desk.edit(named);
    if (typed !== password) setPassword(typed);
  });
  useFirstBadField(form, invalid, draft.user === '' ? 'user' : 'password');

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const typed = password;
    setPassword('');
    const source =
      typed === '' && stored ? ({ kind: 'remembered' } as const) : ({ kind: 'typed', text: typed } as const);
    const refused = await desk.start({ goal: 'set-up' }, { password: source, relayPassword: noPassword });
    // Nothing was started, so nothing has to be typed twice.
    if (refused !== null && !lacksPassword(refused)) setPassword(typed);
  };

  const findSettings = () => {
    if (!busy) void desk.start({ goal: 'discover' }, { password: noPassword, relayPassword: noPassword });
  };

  return (
    <>
      <Sheet>
        <StepHeading>{words.title}</StepHeading>
        {refusal && (
          <Suspense fallback={null}>
            <Refusal problem={refusal} />
          </Suspense>
        )}
        <form ref={form} className={styles.form} noValidate onSubmit={(event) => void submit(event)}>
          <TextInput
            name="user"
            label={words.user}
            value={draft.user}
            flaw={flaw('user')}
            onChange={(user) => desk.edit({ user })}
          />
          <PasswordInput
            name="password"
            label={words.password}
            value={password}
            flaw={flaw('password')}
            hint={stored ? words.rememberedHint(info.secrets.backend) : ''}
            onChange={setPassword}
          />
          <ServerSection desk={desk} flaw={flaw} />
          {canRemember(info) && (
            <CheckBox
              label={words.remember}
              checked={draft.remember}
              onChange={(remember) => desk.edit({ remember })}
            />
          )}
          <ObstacleNote desk={desk} />
          <div className={styles.buttons}>
            <Button appearance="subtle" size="large" disabledFocusable={busy} onClick={findSettings}>
              {words.findSettings}
            </Button>
            <Button type="submit" appearance="primary" size="large" disabledFocusable={busy}>
              {words.start}
            </Button>
          </div>
        </form>
      </Sheet>
      {info.demo && (
        <Suspense fallback={null}>
          <DemoPanel
            demo={info.demo}
            onUse={(user, text) => {
              desk.edit({ user });
              setPassword(text);
              form.current?.querySelector<HTMLElement>('[type=submit]')?.focus();
            }}
          />
        </Suspense>
      )}
    </>
  );
}
