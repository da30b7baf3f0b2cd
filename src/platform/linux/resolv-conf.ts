import { excerpt, toSuffix } from '../names.ts';
import { type DnsServerSetting, RESOLVER_DEFAULTS } from '../os-dns-config.ts';
import { applyOptions, type ResolverOptions } from '../resolver-options.ts';
import { plainServer } from '../servers.ts';

interface ResolvConfSuffix {
  readonly suffix: string;
  readonly line: number;
}

/** A resolv.conf as the C library reads it. */
export interface ResolvConf extends ResolverOptions {
  readonly servers: readonly DnsServerSetting[];
  readonly search: readonly ResolvConfSuffix[];
  /** True when a `search` or `domain` line stands there, even one that gives no usable suffix (`search .`). */
  readonly hasSearch: boolean;
  readonly notes: readonly string[];
}

/** MAXNS of the C library: the servers after these are never asked. */
const MAX_SERVERS = 3;
/** The older C libraries (before glibc 2.26) stop here; longer lists work differently in different programs. */
const OLD_SEARCH_LIMIT = 6;

interface Draft {
  servers: DnsServerSetting[];
  search: ResolvConfSuffix[];
  hasSearch: boolean;
  options: ResolverOptions;
  notes: string[];
}

/**
 * Reads the text of a resolv.conf (resolv.conf(5)). Never throws: what is not understood is left out and noted.
 * Of several `search` and `domain` lines the last one counts, as the manual page says.
 */
export function parseResolvConf(text: string): ResolvConf {
  const draft: Draft = {
    servers: [],
    search: [],
    hasSearch: false,
    options: { ...RESOLVER_DEFAULTS, useTcp: false },
    notes: [],
  };
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  lines.forEach((line, index) => {
    readLine(draft, line, index + 1);
  });
  noteLimits(draft);
  const { servers, search, hasSearch, options, notes } = draft;
  return { servers: servers.slice(0, MAX_SERVERS), search, hasSearch, ...options, notes };
}

function readLine(draft: Draft, line: string, number: number): void {
  if (/^[#;]/.test(line) || line.trim() === '') return;
  const where = `resolv.conf line ${number}`;
  if (/^\s/.test(line)) {
    draft.notes.push(`${where} starts with a space, so the C library ignores it: ${excerpt(line)}`);
    return;
  }
  const [keyword = '', ...words] = withoutComment(line.trim().split(/\s+/));
  switch (keyword) {
    case 'nameserver':
      readServer(draft, words[0] ?? '', where);
      return;
    case 'domain':
      readSearch(draft, words.slice(0, 1), number);
      return;
    case 'search':
      readSearch(draft, words, number);
      return;
    case 'options':
      draft.options = applyOptions(draft.options, words, draft.notes);
      return;
    case 'sortlist':
      return;
    default:
      draft.notes.push(`${where} not understood: ${excerpt(line)}`);
  }
}

/** The manual page knows comments only at the start of a line; people and udhcpc write them at the end as well. */
function withoutComment(words: readonly string[]): readonly string[] {
  const comment = words.findIndex((word) => /^[#;]/.test(word));
  return comment < 0 ? words : words.slice(0, comment);
}

function readServer(draft: Draft, word: string, where: string): void {
  const server = plainServer(word, where);
  if (server === null) draft.notes.push(`${where}: '${excerpt(word)}' is not an address`);
  else draft.servers.push(server);
}

function readSearch(draft: Draft, words: readonly string[], line: number): void {
  if (words.length === 0) {
    draft.notes.push(`resolv.conf line ${line} names no domain`);
    return;
  }
  if (draft.hasSearch) draft.notes.push(`resolv.conf line ${line} replaces the search list of an earlier line`);
  draft.hasSearch = true;
  draft.search = toSuffixes(words, `resolv.conf line ${line}`, draft.notes).map((suffix) => ({ suffix, line }));
}

/** The usable suffixes of a list, each once; the root ('.') means "no suffix" and goes without a remark. */
export function toSuffixes(words: readonly string[], where: string, notes: string[]): string[] {
  const suffixes = new Set<string>();
  for (const word of words) {
    const suffix = toSuffix(word);
    if (suffix !== null) suffixes.add(suffix);
    else if (word !== '.') notes.push(`${where}: '${excerpt(word)}' is not a domain name and is left out`);
  }
  return [...suffixes];
}

function noteLimits(draft: Draft): void {
  if (draft.servers.length > MAX_SERVERS) {
    draft.notes.push(`resolv.conf names ${draft.servers.length} servers; only the first ${MAX_SERVERS} are ever asked`);
  }
  if (draft.search.length > OLD_SEARCH_LIMIT) {
    const count = draft.search.length;
    draft.notes.push(`The search list has ${count} suffixes; older programs use only the first ${OLD_SEARCH_LIMIT}`);
  }
}
