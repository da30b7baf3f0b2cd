import type { ReplyReport, Report } from '../../../src/run/index.ts';
import type { Spoken } from '../../words/context.tsx';
import { duration, moment } from '../format.ts';
import { certificateLines } from './certificate.ts';
import { foundLines } from './found.ts';
import { fact, section, shown, shownList } from './lines.ts';

/** Everything that the chain has found, table by table, each row with all that is known about it. */
export function tableLines(report: Report, spoken: Spoken): string[] {
  return [suffixes, controllers, account, endpoints, permissions, gateways, recipients, foundLines].flatMap((table) =>
    table(report, spoken),
  );
}

function suffixes({ chain: { name } }: Report, { words: { views }, locale }: Spoken): string[] {
  if (name === null) return [];
  const said = views.suffixes;
  const system = name.systemResolver;
  const others =
    system === null
      ? said.othersUnknown
      : system.error !== null
        ? said.othersError(shown(system.error))
        : system.addresses.length > 0
          ? said.others(shownList(system.addresses))
          : said.othersNothing;
  return section(said.title(shown(name.asked)), [
    ...name.candidates.flatMap((one) => [
      `  ${shown(one.name)}: ${said.verdicts[one.verdict]}`,
      ...fact(said.suffix, one.suffix === null ? said.asTyped : shown(one.suffix), 4),
      ...fact(said.approves, one.approves ? views.yes : views.no, 4),
      ...fact(said.addresses, shownList(one.addresses), 4),
      ...fact(said.alias, shown(one.canonicalName), 4),
      ...fact(said.server, shown(one.server), 4),
      ...fact(said.duration, duration(one.duration, locale), 4),
    ]),
    `  ${said.origins[name.origin]}`,
    `  ${name.approvedBy === null ? said.notApproved : said.approvedBy(reasonOf(name.approvedBy, said.reasons))}`,
    `  ${others}`,
  ]);
}

function reasonOf(reason: string, reasons: Readonly<Record<string, string>>): string {
  return Object.hasOwn(reasons, reason) ? (reasons[reason] ?? '') : shown(reason);
}

function controllers({ chain: { domainController: dc } }: Report, spoken: Spoken): string[] {
  if (dc === null) return [];
  const { words, locale } = spoken;
  const said = words.views.dcs;
  const { fields } = words.diagnosis.text;
  const time = (ms: number | null) => (ms === null ? '' : duration(ms, locale));
  return section(said.title(shown(dc.domain)), [
    ...(dc.clientSite === null ? [] : [`  ${said.clientSite(shown(dc.clientSite))}`]),
    ...dc.candidates.flatMap((one) => [
      `  ${shown(one.host)}: ${said.states[one.state]}`,
      ...fact(said.rank, String(one.rank), 4),
      ...fact(said.priority, `${one.priority}, ${one.weight}`, 4),
      ...fact(said.addresses, shownList(one.addresses), 4),
      ...fact(said.site, shown(one.site), 4),
      ...fact(said.closest, one.closest === null ? '' : one.closest ? words.views.yes : words.views.no, 4),
      ...fact(said.ping, time(one.ping), 4),
      ...fact(said.ldaps, time(one.ldaps), 4),
      ...fact(fields.problem, shown(one.problem), 4),
      ...certificateLines(one.certificate, spoken, 4),
    ]),
  ]);
}

function account({ chain: { account: known, signIn } }: Report, { words: { views }, locale }: Spoken): string[] {
  const said = views.account;
  const state = signIn === null ? '' : said.signIns[signIn.outcome];
  const by = signIn?.host ? said.signInAt(state, shown(signIn.host)) : state;
  if (known === null) return section(said.title, fact(said.signIn, by));
  const when = (iso: string | null) => (iso === null ? '' : moment(iso, locale));
  return section(said.title, [
    ...fact(said.signIn, by),
    ...fact(said.name, shown(known.displayName)),
    ...fact(said.mail, known.mail === null ? said.noMail : shown(known.mail)),
    ...fact(said.aliases, shownList(known.aliases)),
    ...fact(said.upn, shown(known.userPrincipalName)),
    ...fact(said.sam, shown(known.samAccountName)),
    ...fact(said.dn, shown(known.dn)),
    ...fact(said.homeServer, shown(known.homeServer)),
    ...fact(said.expires, known.passwordExpiresAt === null ? said.expiresNever : when(known.passwordExpiresAt)),
    ...fact(said.badCount, known.badPasswordCount === null ? '' : String(known.badPasswordCount)),
    ...fact(said.lastBad, when(known.lastBadPasswordAt)),
  ]);
}

function endpoints({ chain: { relay } }: Report, spoken: Spoken): string[] {
  if (relay === null) return [];
  const { words, locale } = spoken;
  const { ways, fields, states } = words.diagnosis.text;
  const { securities } = words.diagnosis.form;
  return section(ways(shown(relay.host)), [
    ...relay.endpoints.flatMap((one) => [
      `  ${one.port}, ${securities[one.security]}: ${states[one.state]}`,
      ...fact(fields.address, shown(one.address), 4),
      ...fact(fields.time, duration(one.duration, locale), 4),
      ...fact(fields.problem, shown(one.problem), 4),
      ...fact(fields.greeting, shown(one.greeting), 4),
      ...fact(fields.extensions, shownList(one.extensions), 4),
      ...fact(fields.mechanisms, shownList(one.mechanisms), 4),
      ...(one.tls === null ? [] : fact(fields.tls, `${shown(one.tls.protocol)} ${shown(one.tls.cipher)}`, 4)),
      ...certificateLines(one.tls?.certificate ?? null, spoken, 4),
    ]),
  ]);
}

function permissions({ chain: { relayPermission } }: Report, { words }: Spoken): string[] {
  const said = words.views.permissions;
  return section(
    said.title,
    relayPermission.flatMap((one) => [
      `  ${shown(one.sender)} → ${shown(one.recipient)} (${said.scopes[one.scope]}, ${one.authenticated ? said.signedIn : said.stranger}): ${said.verdicts[one.verdict]}`,
      ...fact(said.code, reply(one.reply), 4),
    ]),
  );
}

function gateways({ chain: { route } }: Report, { words, locale }: Spoken): string[] {
  if (route === null) return [];
  const { gateways: title, fields, states } = words.diagnosis.text;
  const { facts } = words.diagnosis.chain;
  const kinds = { mx: [], implicit: [facts.implicit], null: [facts.nullMx], none: [facts.none] }[route.kind];
  return section(title(shown(route.domain)), [
    ...kinds.map((kind) => `  ${kind}`),
    ...route.gateways.flatMap((one) => [
      `  ${shown(one.host)}: ${states[one.reached]}`,
      ...fact(fields.preference, String(one.preference), 4),
      ...fact(fields.address, shownList(one.addresses), 4),
      ...fact(fields.greeting, shown(one.greeting), 4),
      ...fact(fields.time, one.duration === null ? '' : duration(one.duration, locale), 4),
      ...fact(fields.problem, shown(one.problem), 4),
    ]),
  ]);
}

function recipients({ chain: { custody } }: Report, { words }: Spoken): string[] {
  if (custody === null) return [];
  const { recipients: title, fields, states } = words.diagnosis.text;
  return section(title, [
    ...fact(fields.messageId, shown(custody.messageId)),
    ...fact(fields.reply, reply(custody.reply)),
    ...custody.recipients.flatMap((one) => [
      `  ${shown(one.address)}: ${states[one.state]}`,
      ...fact(fields.reply, reply(one.reply), 4),
      ...fact(fields.dsn, one.dsn ? words.views.yes : '', 4),
    ]),
  ]);
}

/** What a server said, as it said it. */
function reply(said: ReplyReport | null): string {
  return said === null ? '' : [said.code, said.enhanced, shown(said.text)].filter(Boolean).join(' ');
}
