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

/** What has to be asked before a password is sent there; empty where it is approved, or will not be used. */
export function foreignWords({ approved, verdict }: RankedServer, { words }: Spoken): string {
  return approved === null && verdict !== 'rejected' ? words.found.settings.isForeign : '';
}

/** "incoming mail (IMAP) · port 993 · TLS from the start · name proven" */
export function serviceWords(server: RankedServer, { words }: Spoken): string {
  const { settings: own } = words.found;
  const { service, port, security, url, verified } = server;
  // Web services are found by asking them, and are not tried.
  if (url !== null) return [own.services[service], visible(url, 300)].join(' · ');
  const proof = verified === null ? own.notTried : verified ? own.verified : own.notVerified;
  return [own.services[service], own.port(port), own.securities[security], proof].join(' · ');
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
