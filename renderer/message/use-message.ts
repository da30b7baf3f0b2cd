import { useEffect, useState } from 'react';
import type { AskedRun, PasswordSource } from '../../electron/contract.ts';
import { type AppContext, useApp } from '../app/context.tsx';
import type { Obstacle, RunSnapshot } from '../run/run-store.ts';
import { useRun } from '../run/use-run.ts';
import { type Draft, keepDraft, keptDraft } from './draft.ts';
import {
  askedOf,
  type Flaws,
  firstForm,
  firstPassword,
  flawsOf,
  type MessageForm,
  type Passwords,
  withTypedRecipients,
} from './form.ts';
import { addressesOf, type KnownAccount, knownAccount } from './known-account.ts';

/** The message that is being written, and the run that sends it. */
export interface Message {
  readonly form: MessageForm;
  readonly passwords: Passwords;
  readonly flaws: Flaws;
  /** The password of an earlier run was to be used, and is no longer held. */
  readonly passwordGone: boolean;
  /** What kept the run from starting, whatever was in the form. */
  readonly obstacle: Obstacle | null;
  readonly run: RunSnapshot;
  /** Addresses of the account, its own first. */
  readonly addresses: readonly string[];
  change(part: Partial<MessageForm>): void;
  changePasswords(part: Partial<Passwords>): void;
  /** Answers whether it was started. */
  send(): Promise<boolean>;
  /** The same message, once more. */
  sendAgain(): Promise<boolean>;
  cancel(): void;
}

export function useMessage(): Message {
  const app = useApp();
  const store = app.runs.send;
  const run = useRun(store);
  const [known] = useState(() => knownAccount(app));
  const [{ form, sent }, setDraft] = useState<Draft>(() => keptDraft(store) ?? { form: firstForm(known), sent: null });
  const [chosen, setPasswords] = useState(() => firstPasswords(form, known, app));
  const [flaws, setFlaws] = useState<Flaws>({});
  const [obstacle, setObstacle] = useState<Obstacle | null>(null);
  const [heldGone, setHeldGone] = useState(false);
  useEffect(() => keepDraft(store, { form, sent }), [store, form, sent]);

  const passwords = typedAfterRefusal(chosen, run);

  const start = async (asked: AskedRun, { password, relayPassword }: Passwords): Promise<boolean> => {
    setObstacle(null);
    const own = asked.relayUser === '' ? noPassword : relayPassword;
    const refused = await store.start({ asked, password, relayPassword: own, remember: false });
    if (refused === null) return true;
    if (refused.kind !== 'invalid') {
      setObstacle(refused);
      return false;
    }
    const { invalid } = refused;
    setFlaws(Object.fromEntries(invalid.map(({ field, flaw, value }) => [field, { flaw, value }])));
    const gone = invalid.filter(({ field }) => field === 'password' || field === 'relayPassword');
    setHeldGone(password.kind === 'same-as');
    setPasswords((now) => ({ ...now, ...Object.fromEntries(gone.map(({ field }) => [field, nothingTyped])) }));
    return false;
  };
  return {
    form,
    passwords,
    flaws,
    obstacle,
    passwordGone: heldGone && flaws.password !== undefined,
    run,
    addresses: addressesOf(run).length > 0 ? addressesOf(run) : known.addresses,
    change(part) {
      setDraft((now) => ({ ...now, form: { ...now.form, ...part } }));
      setFlaws((now) => without(now, part));
      const { user } = part;
      if (user !== undefined && passwords.password.kind !== 'typed') {
        setPasswords((now) => ({ ...now, password: firstPassword(user, known, app.info) }));
      }
    },
    changePasswords(part) {
      setPasswords((now) => ({ ...now, ...part }));
      setFlaws((now) => without(now, part));
    },
    async send() {
      const complete = withTypedRecipients(form);
      const found = flawsOf(complete, passwords);
      const asked = askedOf(complete);
      const isFine = Object.keys(found).length === 0;
      setDraft({ form: complete, sent: isFine ? asked : sent });
      setFlaws(found);
      if (!isFine || !(await start(asked, passwords))) return false;
      setPasswords(sameAs(store.get()));
      return true;
    },
    sendAgain: async () => sent !== null && start(sent, sameAs(run)),
    cancel: store.cancel,
  };
}

const nothingTyped: PasswordSource = { kind: 'typed', text: '' };
const noPassword: PasswordSource = { kind: 'none' };

function firstPasswords(form: MessageForm, known: KnownAccount, { info }: AppContext): Passwords {
  return { password: firstPassword(form.user, known, info), relayPassword: nothingTyped };
}

function sameAs({ id }: RunSnapshot): Passwords {
  const source: PasswordSource = id === null ? nothingTyped : { kind: 'same-as', run: id };
  return { password: source, relayPassword: source };
}

/** A password that the directory has just refused is not offered a second time. */
function typedAfterRefusal(passwords: Passwords, { id, state }: RunSnapshot): Passwords {
  const { password } = passwords;
  const wasRefused =
    password.kind === 'same-as' && password.run === id && state.report.chain.signIn?.outcome === 'rejected';
  return wasRefused ? { ...passwords, password: nothingTyped } : passwords;
}

/** A flaw is gone once its field has been changed; whether it is mended shows when the form is sent. */
function without(flaws: Flaws, part: object): Flaws {
  return Object.fromEntries(Object.entries(flaws).filter(([field]) => !(field in part))) as Flaws;
}
