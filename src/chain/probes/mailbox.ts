import {
  failed,
  hasValue,
  type Outcome,
  type Problem,
  passed,
  skipped,
  times,
  unknown,
  userNameFor,
  warned,
} from '../../core/index.ts';
import type { Account, SignedIn } from '../../directory/index.ts';
import { addressesOf } from '../../dns/index.ts';
import {
  type MailboxFacts,
  type OpenMailbox,
  openMailbox,
  readFacts,
  type SignedInMailbox,
  signInToMailbox,
} from '../../mailbox/index.ts';
import { type Trust, talkOf } from '../../net/index.ts';
import { problem } from '../../problems/index.ts';
import { defineProbe, type MailboxReport, type RankedServer } from '../../run/index.ts';
import { type Approval, approvalFor } from '../approval.ts';
import { maskOf } from '../mask.ts';
import type { ChainPorts, ChainProbe } from '../ports.ts';
import { approvableDomain, loadPublicSuffixes, type RegistrableDomain } from '../registrable.ts';
import { noPassword } from './directory.ts';
import type { NameSettings } from './system.ts';

/** A mailbox server that was opened without credentials. */
export interface ReachedMailbox {
  readonly mailbox: OpenMailbox;
  /** The name to sign in with, where the settings say one. */
  readonly user: string | null;
}

/** A mailbox that somebody has signed in to; POP3 tells nothing about it. */
export interface UsedMailbox extends MailboxFacts {
  readonly mailbox: SignedInMailbox;
}

interface ReachNeeds {
  readonly settings: ChainProbe<Pick<NameSettings, 'resolver'>>;
  readonly trust: ChainProbe<Trust>;
  readonly servers: ChainProbe<readonly RankedServer[]>;
}

/**
 * Opens the server that was chosen for reading mail, IMAP before POP3, without credentials; where none could be reached, the best
 * of those that are published, to say what is wrong with it.
 */
export function mailboxReach(needs: ReachNeeds): ChainProbe<ReachedMailbox> {
  return defineProbe({
    id: 'mailbox.reach',
    needs: { ...needs },
    deadline: times.tcpConnect + times.tlsHandshake + times.mailboxGreeting,
    run: async ({ settings, trust, servers }, ports: ChainPorts, step): Promise<Outcome<ReachedMailbox>> => {
      const chosen = incoming(servers);
      if (chosen === null) return skipped({ kind: 'not-applicable' });
      const { protocol, host, port, security, user } = chosen;
      step.report({ mailbox: { protocol, host, port, security } });
      const { addresses, problem: unknownHost } = await addressesOf(settings.resolver, host, step);
      if (unknownHost !== null) return failed(unknownHost);
      const seen: Pick<MailboxReport, 'address' | 'greeting' | 'tls'> = { address: null, greeting: null, tls: null };
      const server = { protocol, host, addresses, port, security };
      const deps = { clock: ports.clock, trust, mask: maskOf(ports) };
      const opened = await openMailbox(server, deps, talkOf(step), seen);
      step.report({ mailbox: { ...seen } });
      if (!opened.ok) return failed(opened.error);
      const { session, capabilities, mechanisms, passwords } = opened.value;
      step.defer(() => session.quit());
      step.report({ mailbox: { capabilities: [...capabilities], mechanisms: [...mechanisms], passwords } });
      return passed({ mailbox: opened.value, user });
    },
  });
}

type Incoming = Pick<RankedServer, 'host' | 'port' | 'user'> & Pick<OpenMailbox['server'], 'protocol' | 'security'>;

function incoming(servers: readonly RankedServer[]): Incoming | null {
  const chosen = servers.filter(({ verdict }) => verdict === 'chosen');
  const one =
    chosen.find(({ service }) => service === 'imap') ??
    chosen.find(({ service }) => service === 'pop3') ??
    servers.find(isPublishedInVain);
  if (one === undefined || one.security === 'plain') return null;
  const { host, port, user, security } = one;
  return { host, port, user, security, protocol: one.service === 'imap' ? 'imap' : 'pop3' };
}

/** Nobody can be signed in there as it is; opening it says why. That a usual name leads nowhere says nothing. */
function isPublishedInVain({ service, reason, sources }: RankedServer): boolean {
  const isIncoming = service === 'imap' || service === 'pop3';
  return isIncoming && reason === 'unreachable' && sources.some(({ trust }) => trust !== 'guess');
}

interface SignInNeeds {
  readonly reached: ChainProbe<ReachedMailbox>;
  readonly approvals: ChainProbe<readonly Approval[]>;
  /** The directory has just accepted the password. */
  readonly signedIn: ChainProbe<Pick<SignedIn, 'principal'>>;
  readonly person: ChainProbe<Account>;
  /** What must be over first, whatever became of it: only one password may be on its way at a time. */
  readonly before: ChainProbe<unknown>;
}

/**
 * Signs in once to a host that is approved, with a password that the directory has just accepted. The name is the one that
 * the settings say; else the UPN; else what the directory took.
 */
export function mailboxSignIn({ person, before, ...needs }: SignInNeeds): ChainProbe<UsedMailbox> {
  return defineProbe({
    id: 'mailbox.sign-in',
    needs,
    considers: { person, before },
    deadline: 3 * times.mailboxCommand,
    run: async (given, { password, attempts }: ChainPorts, step): Promise<Outcome<UsedMailbox>> => {
      const { reached, approvals, signedIn, person } = given;
      const { host } = reached.mailbox.server;
      if (approvalFor(host, approvals) === null) return unknown(notApproved(host, await loadPublicSuffixes()));
      if (password === null) return failed(noPassword('password'));
      const { mail, userPrincipalName } = hasValue(person) ? person.value : { mail: null, userPrincipalName: null };
      const user = userNameFor(reached.user, mail) ?? userPrincipalName ?? signedIn.principal;
      step.report({ mailbox: { user } });
      const outcome = await signInToMailbox({ mailbox: reached.mailbox, user, password, budget: attempts }, step);
      if (!hasValue(outcome)) {
        const isRejected = outcome.kind === 'failed' && outcome.problem.code.endsWith('.auth-rejected');
        if (isRejected) step.report({ mailbox: { signIn: 'rejected' } });
        return outcome;
      }
      step.report({ mailbox: { signIn: 'accepted' } });
      const mailbox = outcome.value;
      if (mailbox.protocol === 'pop3') return passed({ mailbox, quota: [], folders: [] });
      const facts = await readFacts(mailbox.session, step);
      if (!facts.ok) return warned({ mailbox, quota: [], folders: [] }, [facts.error]);
      step.report({ mailbox: { quota: [...facts.value.quota], folders: [...facts.value.folders] } });
      return warned({ mailbox, ...facts.value }, spaceProblems(facts.value, { user, host }));
    },
  });
}

function spaceProblems({ quota }: MailboxFacts, whose: { readonly user: string; readonly host: string }): Problem[] {
  const isFull = quota.some(({ used, limit }) => limit > 0 && used >= limit);
  return isFull ? [problem('imap.mailbox-full', whose)] : [];
}

function notApproved(host: string, registrableDomain: RegistrableDomain): Problem {
  const domain = approvableDomain(host, registrableDomain);
  const remedies = [{ option: 'approve-domain', value: domain }] as const;
  return problem('settings.foreign-server', { host, domain }, { remedies });
}
