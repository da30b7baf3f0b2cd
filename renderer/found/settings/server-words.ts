import { visible } from '../../../src/core/index.ts';
import type { RankedServer, Report } from '../../../src/run/index.ts';
import { listed } from '../../kit/format.ts';
import { problemInWords } from '../../kit/problem-text.ts';
import type { Spoken } from '../../words/context.tsx';

/** In one sentence, why a server was chosen or not. */
export function reasonWords({ reason, fault }: RankedServer, spoken: Spoken): string {
  const { settings: words } = spoken.words.found;
  if (reason !== 'unreachable' || fault === undefined) return words.reasons[reason];
  return words.rejected(problemInWords(fault, spoken).title);
}

/** Whether it proved its name, and whether it may be given a password, where the reason does not say so already. */
export function standingWords(server: RankedServer, spoken: Spoken): readonly string[] {
  const { settings: words } = spoken.words.found;
  const isForeign = server.approved === null && server.verdict !== 'rejected';
  return [...proofWords(server, spoken), ...(isForeign ? [words.isForeign] : [])];
}

const saysProof: readonly RankedServer['reason'][] = ['verified', 'not-verified', 'unreachable', 'plain'];

function proofWords({ verified, reason, fault, service }: RankedServer, spoken: Spoken): readonly string[] {
  const { settings: words } = spoken.words.found;
  // Web services are found by asking them, and are not tried.
  if (saysProof.includes(reason) || service === 'jmap' || service === 'exchange') return [];
  if (verified === null) return [words.notTried];
  if (verified) return [words.verified];
  return [fault === undefined ? words.notVerified : `${problemInWords(fault, spoken).title}.`];
}

/** "incoming mail (IMAP) · port 993 · TLS from the start" */
export function serviceWords({ service, port, security, url }: RankedServer, { words }: Spoken): string {
  const { settings: own } = words.found;
  const way = url === null ? [own.port(port), own.securities[security]] : [visible(url, 300)];
  return [own.services[service], ...way].join(' · ');
}

/** Names of the sources that named it, each once. */
export function namersOf({ sources }: RankedServer, { words, locale }: Spoken): string {
  const names = [...new Set(sources.map(({ source }) => words.found.settings.sources[source]))];
  return listed(names, locale);
}

/** How one signs in there and under which name, and why a password may be sent there. */
export function signInFacts({ authentication, user, approved }: RankedServer, { words, locale }: Spoken) {
  const { settings: own } = words.found;
  const ways = authentication.map((one) => own.authentications[one]);
  const mayHave = approved === null ? own.asksBefore : own.mayHavePassword(approvalReason(approved, words));
  return [
    ...(ways.length === 0 ? [] : [{ name: own.signIn, value: listed(ways, locale) }]),
    ...(user === null ? [] : [{ name: own.user, value: visible(user, 320) }]),
    { name: own.password, value: mayHave },
  ];
}

function approvalReason(approved: string, { found, views }: Spoken['words']): string {
  const reasons: Readonly<Record<string, string>> = { ...views.suffixes.reasons, ...found.settings.reasonsOfApproval };
  return Object.hasOwn(reasons, approved) ? (reasons[approved] ?? '') : visible(approved, 300);
}

/** For which direction nothing can be used: half of an account looks like a whole one. */
export function missingWords({ chain: { settings } }: Report, { found }: Spoken['words']): readonly string[] {
  const chosen = (settings?.servers ?? []).filter(({ verdict }) => verdict === 'chosen').map(({ service }) => service);
  return [
    ...(chosen.includes('imap') || chosen.includes('pop3') ? [] : [found.settings.noIncoming]),
    ...(chosen.includes('submission') ? [] : [found.settings.noOutgoing]),
  ];
}
