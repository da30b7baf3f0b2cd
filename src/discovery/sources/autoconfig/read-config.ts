import { cutText, err, fillIn, ok, type Result } from '../../../core/index.ts';
import type { FoundSettings, ServerSetting } from '../../../run/index.ts';
import type { Question } from '../../source.ts';
import { childrenOf, readXml, textOf, type XmlElement } from '../../xml/read-xml.ts';
import { readPage } from '../endpoint.ts';
import type { SectionFlaw } from '../place.ts';
import { readServer } from './read-server.ts';

/** What a configuration file says, and what in it cannot be used. */
export interface Config extends Pick<FoundSettings, 'provider' | 'documentation'> {
  readonly servers: readonly ServerSetting[];
  /** Who issues OAuth 2 tokens; null when it does not say. */
  readonly issuer: string | null;
  readonly flaws: readonly SectionFlaw[];
}

/** More servers than these belong to nobody's account. */
const mostServers = 40;
const mostPages = 20;
const longestName = 200;

/** Reads Thunderbird's format 1.1 and that of draft-ietf-mailmaint-autoconfig: one bad section costs that section only. */
export function readConfig(text: string, question: Question): Result<Config, SectionFlaw> {
  const root = readXml(text);
  if (!root.ok) return root;
  const provider = root.value.name === 'clientConfig' ? childrenOf(root.value, 'emailProvider')[0] : undefined;
  if (provider === undefined)
    return err({ line: root.value.line, reason: 'it has no clientConfig with an emailProvider' });
  const sections = provider.children.filter(({ name }) => name === 'incomingServer' || name === 'outgoingServer');
  const servers: ServerSetting[] = [];
  const flaws: SectionFlaw[] = [];
  for (const section of sections.slice(0, mostServers)) {
    const server = readServer(section, question);
    if (!server.ok) flaws.push({ line: section.line, reason: server.error });
    else if (server.value !== null) servers.push(server.value);
  }
  const beyond = sections[mostServers];
  if (beyond !== undefined) flaws.push({ line: beyond.line, reason: `more than ${mostServers} servers` });
  const oauth2 = childrenOf(root.value, 'oAuth2')[0];
  const name = textOf(provider, 'displayName') ?? textOf(provider, 'displayShortName') ?? provider.attributes.get('id');
  return ok({
    provider: name === undefined ? null : cutText(fillIn(name, question), longestName),
    servers,
    documentation: childrenOf(provider, 'documentation')
      .slice(0, mostPages)
      .flatMap((page) => readDocumentation(page, question)),
    issuer: oauth2 === undefined ? null : fillIn(textOf(oauth2, 'issuer') ?? '', question) || null,
    flaws,
  });
}

function readDocumentation(section: XmlElement, question: Question): FoundSettings['documentation'] {
  const url = readPage(fillIn(section.attributes.get('url') ?? '', question));
  if (url === null) return [];
  const texts = childrenOf(section, 'descr');
  const english = texts.find(({ attributes }) => attributes.get('lang')?.startsWith('en'));
  return [{ url, text: cutText((english ?? texts[0])?.text ?? '', longestName) }];
}
