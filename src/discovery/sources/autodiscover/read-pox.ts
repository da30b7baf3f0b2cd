import { cutText, err, ok, type Result } from '../../../core/index.ts';
import type { FoundSettings, ServerSetting } from '../../../run/index.ts';
import { childrenOf, readXml, textOf, type XmlElement } from '../../xml/read-xml.ts';
import { readPage } from '../endpoint.ts';
import type { SectionFlaw } from '../place.ts';
import { readProtocol } from './read-protocol.ts';

/** What a POX answer says (MS-OXDSCLI 2.2.4). */
export type PoxAnswer =
  | {
      readonly kind: 'settings';
      readonly servers: readonly ServerSetting[];
      readonly documentation: FoundSettings['documentation'];
      readonly flaws: readonly SectionFlaw[];
    }
  | { readonly kind: 'ask-url' | 'ask-for'; readonly target: string }
  /** The service works, and has nothing for this mailbox. */
  | { readonly kind: 'nothing'; readonly said: string };

const mostProtocols = 20;

/** @param login what a user name in it is for the person */
export function readPox(text: string, login: (said: string) => string): Result<PoxAnswer, SectionFlaw> {
  const root = readXml(text);
  if (!root.ok) return root;
  const response = root.value.name === 'Autodiscover' ? childrenOf(root.value, 'Response')[0] : undefined;
  if (response === undefined) return err({ line: root.value.line, reason: 'it has no Autodiscover with a Response' });
  const account = childrenOf(response, 'Account')[0];
  if (account === undefined) return ok({ kind: 'nothing', said: errorOf(response) });
  switch (textOf(account, 'Action')?.toLowerCase()) {
    case 'redirecturl':
      return ok({ kind: 'ask-url', target: textOf(account, 'RedirectUrl') ?? textOf(account, 'RedirectURL') ?? '' });
    case 'redirectaddr':
      return ok({ kind: 'ask-for', target: textOf(account, 'RedirectAddr') ?? '' });
    default:
      return ok(settingsOf(account, login));
  }
}

function settingsOf(account: XmlElement, login: (said: string) => string): PoxAnswer {
  const sections = childrenOf(account, 'Protocol').slice(0, mostProtocols);
  const servers: ServerSetting[] = [];
  const flaws: SectionFlaw[] = [];
  for (const section of sections) {
    const server = readProtocol(section, login);
    if (!server.ok) flaws.push({ line: section.line, reason: server.error });
    else if (server.value !== null && !servers.some((known) => isSame(known, server.value))) servers.push(server.value);
  }
  return { kind: 'settings', servers, documentation: sections.flatMap(webPages), flaws };
}

/** Exchange names its web services once for each way that Outlook can connect. */
function isSame(one: ServerSetting, other: ServerSetting | null): boolean {
  return one.url !== null && one.url === other?.url;
}

/** Where the mail can be read in a browser: of a `WEB` protocol, for those outside and for those inside. */
function webPages(section: XmlElement): FoundSettings['documentation'] {
  if ((textOf(section, 'Type') ?? '').toUpperCase() !== 'WEB') return [];
  const places = [...childrenOf(section, 'External'), ...childrenOf(section, 'Internal')];
  const urls = places.flatMap((place) => readPage(textOf(place, 'OWAUrl') ?? '') ?? []);
  return [...new Set(urls)].map((url) => ({ url, text: 'Outlook on the web' }));
}

function errorOf(response: XmlElement): string {
  const error = childrenOf(response, 'Error')[0];
  return cutText((error && (textOf(error, 'Message') ?? textOf(error, 'ErrorCode'))) || 'nothing', 200);
}
