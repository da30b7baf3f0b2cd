import type { AppInfo, PasswordSource } from '../../../electron/contract.ts';
import type { RunSnapshot, RunStore } from '../../run/run-store.ts';
import { pastOf } from '../past.ts';

/** A run whose password may be used again, and whose password that is. The password itself is never here. */
interface Given {
  readonly run: string;
  readonly user: string;
  readonly hasRelay: boolean;
}

const given = new WeakMap<RunStore, Given>();
/** The last run whose password the main process no longer has. */
const gone = new WeakMap<RunStore, string>();

/** Keeps in mind which run was given a password. */
export function rememberRun(store: RunStore, run: Given): void {
  given.set(store, run);
}

/** The password that an empty field stood for is not there any more. */
export function forgetRun(store: RunStore): void {
  const known = lastGiven(store);
  if (known !== null) gone.set(store, known.run);
}

/** What an empty password field stands for. A password that a server has refused is not offered again. */
export function sourceWhenEmpty(store: RunStore, user: string, { secrets }: AppInfo): PasswordSource {
  const known = lastGiven(store);
  const shown = store.get();
  const wasRefused = shown.id === known?.run && shown.state.report.chain.signIn?.outcome === 'rejected';
  if (wasRefused) return { kind: 'none' };
  if (known !== null && known.user === user && gone.get(store) !== known.run)
    return { kind: 'same-as', run: known.run };
  return secrets.remembered.some((one) => one.user === user) ? { kind: 'remembered' } : { kind: 'none' };
}

/** The same for the password of a mail server with accounts of its own: nothing is remembered for it. */
export function relaySourceWhenEmpty(store: RunStore): PasswordSource {
  const known = lastGiven(store);
  return known?.hasRelay && gone.get(store) !== known.run ? { kind: 'same-as', run: known.run } : { kind: 'none' };
}

/** The last run that was started here, or the one of another screen that is shown here. */
function lastGiven(store: RunStore): Given | null {
  const own = given.get(store) ?? null;
  const { id, state }: RunSnapshot = store.get();
  const user = state.report.request?.options['user'];
  const isOther = id !== null && id !== own?.run && pastOf(store) === null && typeof user === 'string';
  return isOther ? { run: id, user, hasRelay: false } : own;
}
