import type { AppContext } from '../app/context.tsx';
import type { RunSnapshot } from '../run/run-store.ts';

/** What earlier runs of this window found out, to be suggested. */
export interface KnownAccount {
  readonly server: string;
  readonly user: string;
  /** The account's own address first. */
  readonly addresses: readonly string[];
  /** Approved by the person in that run. */
  readonly approvedDomains: readonly string[];
  readonly relayUser: string;
  /** The run whose password the directory has accepted; null where no run has one. */
  readonly run: string | null;
}

const nobody: KnownAccount = {
  server: '',
  user: '',
  addresses: [],
  approvedDomains: [],
  relayUser: '',
  run: null,
};

/** The account of the last run that signed in: this screen's own, the set-up's or the diagnosis's, in this order. */
export function knownAccount({ runs, info }: Pick<AppContext, 'runs' | 'info'>): KnownAccount {
  const signedIn = [runs.send, runs.setUp, runs.diagnose].map((store) => store.get()).find(isSignedIn);
  const preset = { ...nobody, server: info.settings.server, user: info.suggestedUser };
  return signedIn === undefined ? preset : accountOf(signedIn, preset);
}

/** The addresses that a run has found, the account's own first. */
export function addressesOf({ state }: RunSnapshot): readonly string[] {
  const account = state.report.chain.account;
  return account === null ? [] : [account.mail, ...account.aliases].filter((address) => address !== null);
}

function isSignedIn({ id, state }: RunSnapshot): boolean {
  return id !== null && state.report.chain.signIn?.outcome === 'accepted';
}

function accountOf(run: RunSnapshot, preset: KnownAccount): KnownAccount {
  const options = run.state.report.request?.options ?? {};
  const text = (name: string, otherwise: string) => {
    const value = options[name];
    return typeof value === 'string' ? value : otherwise;
  };
  const approved = options['approvedDomains'];
  return {
    server: text('server', preset.server),
    user: text('user', preset.user),
    addresses: addressesOf(run),
    approvedDomains: Array.isArray(approved) ? approved : [],
    relayUser: text('relayUser', ''),
    run: run.id,
  };
}
