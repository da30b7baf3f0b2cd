import { visible } from '../../../src/core/index.ts';
import type { Chain } from '../../../src/run/index.ts';
import { noticeActions, waited } from '../../found/arrival/arrival-words.ts';
import { protocolName, quotaWords } from '../../found/mailbox/mailbox-facts.ts';
import { count } from '../../kit/format.ts';
import type { Spoken } from '../../words/context.tsx';

/** What is known of the links that lead to the inbox: the settings, the mailbox, the arrival of the message. */
export function foundFacts(link: string, chain: Chain, spoken: Spoken): readonly string[] {
  if (link === 'settings') return settingsFacts(chain);
  if (link === 'mailbox') return mailboxFacts(chain, spoken);
  return link === 'custody' ? arrivalFacts(chain, spoken) : [];
}

const names = { imap: 'IMAP', pop3: 'POP3', submission: 'SMTP', jmap: 'JMAP', exchange: 'Exchange' } as const;

/** The chosen servers, incoming mail first; where there are none, for which domain they were looked for. */
function settingsFacts({ settings }: Chain): readonly string[] {
  if (settings === null) return [];
  const chosen = settings.servers.filter(({ verdict }) => verdict === 'chosen');
  const incoming = chosen.filter(({ service }) => service !== 'submission');
  const outgoing = chosen.filter(({ service }) => service === 'submission');
  const servers = [...incoming, ...outgoing].map(
    ({ service, host, port }) => `${names[service]} ${show(host)}:${port}`,
  );
  return servers.length > 0 ? servers : [show(settings.domain)];
}

function mailboxFacts({ mailbox }: Chain, spoken: Spoken): readonly string[] {
  if (mailbox === null) return [];
  const { facts } = spoken.words.diagnosis.chain;
  const { host, port, security, signIn } = mailbox;
  const way = port === null ? [] : [String(port), security === 'starttls' ? 'STARTTLS' : 'TLS'];
  return [
    [protocolName(mailbox), ...way].join(' '),
    ...(signIn === 'accepted' ? [] : [show(host)]),
    facts.mailboxes[signIn],
    ...quotaWords(mailbox, spoken).slice(0, 1),
  ];
}

/** More of them have no room in a line. */
const mostNotices = 3;

function arrivalFacts({ custody }: Chain, { words, locale }: Spoken): readonly string[] {
  if (custody === null) return [];
  const { facts } = words.diagnosis.chain;
  const { arrival, recipients } = custody;
  const noticed = noticeActions.flatMap((action) =>
    recipients
      .filter(({ notice }) => notice?.action === action)
      .map(({ address }) => facts.noticed(show(address), words.found.notices.actions[action])),
  );
  const rest = noticed.length - mostNotices;
  return [
    ...(arrival === null ? [] : [facts.seen(show(arrival.folder), waited(arrival.after, locale))]),
    ...(arrival === null || arrival.hops.length === 0 ? [] : [facts.hops(arrival.hops.length)]),
    ...noticed.slice(0, mostNotices),
    ...(rest > 0 ? [words.found.settings.more(count(rest, locale))] : []),
  ];
}

function show(text: string): string {
  return visible(text, 300);
}
