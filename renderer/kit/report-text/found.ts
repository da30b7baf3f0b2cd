import { heardSources, type RankedServer, type Report } from '../../../src/run/index.ts';
import { arrivalWords } from '../../found/arrival/arrival-words.ts';
import { delayWords, legWords } from '../../found/arrival/leg-words.ts';
import { noticeFacts } from '../../found/arrival/notice-facts.ts';
import { stopsOf } from '../../found/arrival/way.ts';
import { mailboxFacts } from '../../found/mailbox/mailbox-facts.ts';
import {
  foreignWords,
  missingWords,
  reasonWords,
  serviceWords,
  signInFacts,
} from '../../found/settings/server-words.ts';
import { answerWords, originsOf, worthOf } from '../../found/settings/source-words.ts';
import type { Spoken } from '../../words/context.tsx';
import { certificateLines } from './certificate.ts';
import { fact, section, shown, shownList } from './lines.ts';

/** What discovery, the mailbox and the search for the message found. */
export function foundLines(report: Report, spoken: Spoken): string[] {
  return [servers, sources, mailbox, arrival].flatMap((table) => table(report, spoken));
}

function servers(report: Report, spoken: Spoken): string[] {
  const { settings } = report.chain;
  if (settings === null) return [];
  const { settings: words } = spoken.words.found;
  const notes = settings.servers.length === 0 ? [words.noneNamed] : missingWords(report, spoken.words);
  return section(`${words.title}: ${shown(settings.domain)}`, [
    ...settings.servers.flatMap((server) => serverLines(server, spoken)),
    ...notes.map((note) => `  ${note}`),
  ]);
}

function serverLines(server: RankedServer, spoken: Spoken): string[] {
  const { settings: words } = spoken.words.found;
  const named = server.sources.map(
    ({ source, origin, trust }) => `    ${words.sources[source]}, ${words.trusts[trust]}: ${shown(origin)}`,
  );
  const foreign = foreignWords(server, spoken);
  return [
    `  ${shown(server.host)}: ${serviceWords(server, spoken)}`,
    `    ${reasonWords(server, spoken)}`,
    ...(foreign === '' ? [] : [`    ${foreign}`]),
    ...named,
    ...signInFacts(server, spoken).flatMap(({ name, value }) => fact(name, value, 4)),
  ];
}

function sources(report: Report, spoken: Spoken): string[] {
  if (report.chain.settings === null) return [];
  const { settings: words } = spoken.words.found;
  const heard = heardSources(report).filter(({ probe, answers }) => probe !== null || answers !== null);
  return section(
    words.looked,
    heard.flatMap((source) => [
      `  ${words.sources[source.name]}: ${[answerWords(source, spoken), ...worthOf(source, spoken)].join(', ')}`,
      ...originsOf(source).map((origin) => `    ${shown(origin)}`),
    ]),
  );
}

function mailbox({ chain: { mailbox: known } }: Report, spoken: Spoken): string[] {
  if (known === null) return [];
  const { mailbox: words } = spoken.words.found;
  return section(words.title(shown(known.host)), [
    ...mailboxFacts(known, spoken).flatMap(({ name, values }) => fact(name, shownList(values))),
    ...(known.tls === null ? [] : fact(spoken.words.diagnosis.text.fields.tls, tlsText(known.tls))),
    ...certificateLines(known.tls?.certificate ?? null, spoken, 2),
  ]);
}

function tlsText({ protocol, cipher }: { readonly protocol: string; readonly cipher: string }): string {
  return `${shown(protocol)} ${shown(cipher)}`;
}

function arrival(report: Report, spoken: Spoken): string[] {
  const { custody } = report.chain;
  if (custody === null) return [];
  const { words } = spoken;
  const way = custody.arrival === null ? [] : stopsOf(custody.arrival);
  return section(words.found.arrival.title, [
    ...arrivalWords(report, spoken).map((sentence) => `  ${sentence}`),
    ...way.flatMap(({ host, leg }) => [
      ...(leg === null ? [] : [`    ${[delayWords(leg, spoken), ...legWords(leg, spoken)].join(', ')}`]),
      `  ${host === null ? words.found.arrival.unnamed : shown(host)}`,
    ]),
    ...custody.recipients.flatMap(({ address, notice }) =>
      notice === null
        ? []
        : [
            `  ${shown(address)}: ${words.found.notices.actions[notice.action]}`,
            ...noticeFacts(notice, words).flatMap(({ name, value }) => fact(name, value, 4)),
            ...fact(words.found.notices.diagnostic, shown(notice.diagnostic), 4),
          ],
    ),
  ]);
}
