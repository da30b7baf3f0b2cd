import type { AppInfo, PasswordSource } from '../../../electron/contract.ts';
import type { RunSnapshot, RunStore } from '../../run/run-store.ts';

/** The run whose password may be used again, and whose password that is. */
interface Earlier {
  readonly run: string;
  readonly user: string;
  readonly hasRelay: boolean;
}

const earlier = new WeakMap<RunStore, Earlier>();

/** Keeps in mind which run was given a password; never the password. */
export function rememberRun(store: RunStore, given: Earlier): void {
  earlier.set(store, given);
}

export function forgetRun(store: RunStore): void {
  earlier.delete(store);
}

/** What an empty password field stands for. A password that a server has refused is not offered again. */
export function sourceWhenEmpty(store: RunStore, shown: RunSnapshot, user: string, info: AppInfo): PasswordSource {
  const known = earlier.get(store);
  const wasRefused = shown.id === known?.run && shown.state.report.chain.signIn?.outcome === 'rejected';
  if (known !== undefined && known.user === user && !wasRefused) return { kind: 'same-as', run: known.run };
  const isRemembered = info.secrets.remembered.some((one) => one.user === user);
  return isRemembered && !wasRefused ? { kind: 'remembered' } : { kind: 'none' };
}

/** The same for the password of a mail server with accounts of its own: nothing is remembered for it. */
export function relaySourceWhenEmpty(store: RunStore): PasswordSource {
  const known = earlier.get(store);
  return known?.hasRelay ? { kind: 'same-as', run: known.run } : { kind: 'none' };
}
