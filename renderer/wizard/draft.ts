import type { AppInfo, AskedRun, CallArgument, PolicyState, Settings } from '../../electron/contract.ts';
import { emptyAsked } from '../run/asked.ts';

/** What a person has told the wizard so far, passwords apart. */
export interface Draft {
  /** `discover`: only the settings of the address, without a password. */
  readonly goal: 'set-up' | 'discover';
  readonly user: string;
  readonly server: string;
  readonly domain: string;
  readonly relayUser: string;
  /** An issuer's certificate, PEM or base64 of DER; empty: none was given. */
  readonly ca: string;
  readonly approvedDomains: readonly string[];
  readonly remember: boolean;
}

/** The passwords of a run, or where they come from. */
export type Passwords = Pick<CallArgument<'run.start'>, 'password' | 'relayPassword'>;

export const noPassword = { kind: 'none' } as const;

export type PolicyField = PolicyState['fields'][number];

/** What an administrator says about a field, if anything. */
export function policyOf({ policy }: AppInfo, field: PolicyField['field']): PolicyField | null {
  return policy.fields.find((one) => one.field === field) ?? null;
}

export function firstDraft(info: AppInfo): Draft {
  const { settings, suggestedUser } = info;
  return {
    goal: 'set-up',
    user: suggestedUser,
    server: policyOf(info, 'server')?.value || settings.server,
    domain: policyOf(info, 'domain')?.value || settings.domain,
    relayUser: '',
    ca: '',
    approvedDomains: [],
    remember: false,
  };
}

/** A draft that was begun on a guess: what nobody has changed meanwhile follows what is known now, as does what is locked. */
export function corrected(draft: Draft, guessed: AppInfo, info: AppInfo): Draft {
  const [before, after] = [firstDraft(guessed), firstDraft(info)];
  const isLocked = policyOf(info, 'server')?.locked === true;
  return {
    ...draft,
    user: draft.user === before.user ? after.user : draft.user,
    server: draft.server === before.server || isLocked ? after.server : draft.server,
    domain: after.domain,
  };
}

/**
 * The request that a draft stands for: everything, with a test message to the person's own address that is looked for in their
 * mailbox; or the published settings alone.
 */
export function askedOf(draft: Draft, { policy, settings }: AppInfo): AskedRun {
  const user = draft.user.trim();
  const whose =
    draft.goal === 'discover'
      ? { destination: user }
      : { user, server: draft.server.trim(), relayUser: draft.relayUser.trim(), send: policy.sendTests };
  return {
    ...emptyAsked,
    ...whose,
    goal: draft.goal,
    domain: draft.domain.trim(),
    ca: withSettingsCa(draft.ca, settings),
    approvedDomains: [...new Set([...settings.approvedDomains, ...draft.approvedDomains])],
  };
}

/** A further certificate adds to those of the settings, where both are text. */
function withSettingsCa(ca: string, settings: Settings): string {
  if (ca === '' || settings.ca === '') return ca || settings.ca;
  return ca.includes('-----BEGIN') ? `${ca}\n${settings.ca}` : ca;
}
