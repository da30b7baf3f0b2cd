import { times } from '../core/index.ts';
import type { Account } from '../directory/index.ts';
import type { ChainProbe } from './ports.ts';
import { account, domainController, domainRecords, signIn } from './probes/directory.ts';
import { mailboxReach, mailboxSignIn } from './probes/mailbox.ts';
import { composition, submission } from './probes/message.ts';
import { approvedDomains, nameApproval, serverName, systemResolver } from './probes/name.ts';
import { relayPermission, strangers } from './probes/permission.ts';
import { custodyReadBack } from './probes/read-back.ts';
import { chooseEndpoint, reachRelay, relayOwnSignIn, relaySignIn, surveyEndpoints } from './probes/relay.ts';
import { gateways, route } from './probes/route.ts';
import { settingsSearch, settingsSources } from './probes/settings.ts';
import { settingsFromDirectory } from './probes/settings-directory.ts';
import { settingsProof } from './probes/settings-proof.ts';
import { namedServers, settingsRanking } from './probes/settings-ranking.ts';
import { splitHorizon } from './probes/split-horizon.ts';
import { nameSettings, trust } from './probes/system.ts';
import type { ChainRequest } from './request.ts';

type Plan = readonly ChainProbe<unknown>[];

/** Which probes a request needs, in chain order. Pure: nothing is asked, opened or read here. */
export function makePlan(request: ChainRequest): Plan {
  switch (request.goal) {
    case 'resolve':
      return resolvePlan(request);
    case 'locate-dc':
      return directoryHalf(request).toLocate;
    case 'sign-in':
      return directoryHalf(request).toAccount;
    case 'route':
      return routePlan(request);
    case 'discover':
      return discoveryPlan(request);
    case 'diagnose':
    case 'send':
      return request.readBack ? mailboxPlan(request) : mailHalf(request).plan;
    case 'set-up':
      return mailboxPlan(request);
  }
}

function resolvePlan(request: ChainRequest): Plan {
  const settings = nameSettings(request);
  const name = serverName(request, settings);
  const approvals = approvedDomains(request, settings);
  return [settings, name, approvals, nameApproval(approvals, name), systemResolver(request, name)];
}

function routePlan(request: ChainRequest): Plan {
  const settings = nameSettings(request);
  const found = route(request, settings);
  return [settings, found, gateways(request, found)];
}

/** What is published for an address, and what is worth believing; for whoever signs in, what works with their password, too. */
function discoveryPlan(request: ChainRequest): Plan {
  const directory = directoryHalf(request, { records: times.discoveryRecords, dc: times.discoveryDc });
  const { settings, records, trusted, approvals, dc, signedIn, person } = directory;
  const { found, mailbox } = settingsHalf(request, { directory, address: null, before: person });
  const signsIn = request.user !== null;
  return [
    settings,
    trusted,
    approvals,
    ...(signsIn ? [records, dc, signedIn, person] : []),
    ...found,
    ...(signsIn ? mailbox : []),
  ];
}

/**
 * From the sign-in name to a mail client that works: the whole chain, the settings for the account's address, its mailbox, and
 * the test message looked for in there.
 */
function mailboxPlan(request: ChainRequest): Plan {
  const mail = mailHalf(request);
  const { directory, relay, submitted } = mail;
  const { found, mailbox, used } = settingsHalf(request, { directory, address: directory.person, before: relay });
  const arrived = custodyReadBack({ used, submitted, person: directory.person });
  return [...mail.plan, ...found, ...mailbox, ...(request.send ? [arrived] : [])];
}

interface SettingsHalf {
  readonly directory: ReturnType<typeof directoryHalf>;
  /** Whose mail address the settings are for; null: the request says it. */
  readonly address: ChainProbe<Account> | null;
  /** What must be over before anybody else is given the password: only one may be on its way at a time. */
  readonly before: ChainProbe<unknown>;
}

/** From an address to servers that are worth believing, and to its mailbox. */
function settingsHalf(request: ChainRequest, { directory, address, before }: SettingsHalf) {
  const { settings, records, approvals, trusted, signedIn, person } = directory;
  const search = settingsSearch(request, { settings, approvals, trust: trusted, address });
  const signsIn = request.user !== null;
  const directorySource = settingsFromDirectory(request, {
    settings,
    trust: trusted,
    search,
    signedIn,
    person,
    before,
  });
  const otherSources = settingsSources(request, search, signsIn ? { signedIn, person, before } : null);
  const sources = [...(signsIn ? [directorySource] : []), ...otherSources];
  const named = namedServers(search, sources);
  const proof = settingsProof({ settings, trust: trusted, named });
  const servers = settingsRanking(search, named, proof);
  const views = splitHorizon(request, { settings, search, named }, signsIn ? records : null);
  const compares = signsIn || request.compareDns.length > 0;
  const reached = mailboxReach({ settings, trust: trusted, servers });
  const used = mailboxSignIn({ reached, approvals, signedIn, person, before });
  const found: Plan = [search, ...sources, named, ...(compares ? [views] : []), proof, servers];
  const mailbox: Plan = [reached, used];
  return { found, mailbox, used };
}

interface DirectoryLimits {
  readonly records?: number;
  readonly dc?: number;
}

function within<T>(probe: ChainProbe<T>, deadline = probe.deadline): ChainProbe<T> {
  return { ...probe, deadline };
}

/** From the domain to the person; `limits`, in milliseconds, where others wait for it. */
function directoryHalf(request: ChainRequest, limits: DirectoryLimits = {}) {
  const settings = nameSettings(request);
  const records = within(domainRecords(request, settings), limits.records);
  const trusted = trust(request, settings);
  const approvals = approvedDomains(request, settings, trusted);
  const dc = within(domainController(request, { settings, records, approvals, trust: trusted }), limits.dc);
  const signedIn = signIn(request, dc);
  const person = account(request, signedIn);
  const toLocate: Plan = [settings, records, trusted, approvals, dc];
  return {
    settings,
    records,
    approvals,
    trusted,
    dc,
    signedIn,
    person,
    toLocate,
    toAccount: [...toLocate, signedIn, person],
  };
}

/** The whole chain. The directory's half and the relay's half go on at once until the password is known to be right. */
function mailHalf(request: ChainRequest) {
  const directory = directoryHalf(request);
  const { settings, records, approvals, trusted, dc, signedIn, person } = directory;
  const name = serverName(request, settings);
  const approval = nameApproval(approvals, name);
  const reached = reachRelay(request, settings, trusted, name);
  const endpoint = chooseEndpoint(reached);
  const relay =
    request.relayUser === null
      ? relaySignIn(request, { approval, endpoint, signedIn, person })
      : relayOwnSignIn(request.relayUser, approval, endpoint, signedIn);
  const permission = relayPermission(request, relay, person);
  // Whoever sends a message learns by that whether the relay takes it.
  const asksPermission = request.goal !== 'send' || !request.send;
  const ready = composition(request, settings, person);
  const submitted = submission(request, { relay, ready, ...(asksPermission && { permission }) });
  const plan: Plan = [
    settings,
    name,
    records,
    trusted,
    approvals,
    approval,
    systemResolver(request, name),
    dc,
    signedIn,
    person,
    reached,
    endpoint,
    surveyEndpoints(reached),
    relay,
    ...(asksPermission ? [permission] : []),
    ...(request.goal === 'diagnose' ? [strangers(request, settings, reached, endpoint, trusted, person)] : []),
    ...(request.send ? [ready, submitted] : []),
  ];
  return { plan, directory, relay, submitted };
}
