import { toSuffix } from '../names.ts';
import type { OriginEvidence, SuffixOrigin } from '../origin.ts';

/** The arguments that list the active connections, and those that show where their suffixes come from. */
export const ACTIVE_ARGS: readonly string[] = ['-t', '-f', 'UUID', 'connection', 'show', '--active'];
export const PROFILE_ARGS: readonly string[] = [
  '-t',
  '-f',
  'connection.id,connection.permissions,ipv4.dns-search,ipv6.dns-search',
  'connection',
  'show',
];

/** UUIDs of the active connections; anything that does not look like one never becomes an argument. */
export function parseActiveConnections(output: string): string[] {
  return output.split(/\r?\n/).filter((line) => /^[0-9a-f-]{36}$/i.test(line));
}

/**
 * The suffixes that stand in connection profiles (nmcli(1), terse form, profiles parted by empty lines).
 * A profile that belongs to one user was not necessarily made by an administrator, so its suffixes are that user's.
 */
export function parseProfiles(output: string): OriginEvidence[] {
  return output.split(/\r?\n\s*\r?\n/).flatMap((block) => {
    const fields = new Map(block.split(/\r?\n/).map(toField));
    const origin: SuffixOrigin = (fields.get('connection.permissions') ?? '') === '' ? 'static' : 'user';
    const source = `connection "${fields.get('connection.id') ?? '?'}"`;
    const words = [fields.get('ipv4.dns-search'), fields.get('ipv6.dns-search')].join(',').split(/[,\s]+/);
    return words.flatMap((word) => {
      const suffix = toSuffix(word.replace(/^~/, ''));
      return suffix === null ? [] : [{ suffix, origin, source }];
    });
  });
}

function toField(line: string): [string, string] {
  const colon = line.indexOf(':');
  if (colon < 0) return [line, ''];
  return [line.slice(0, colon), line.slice(colon + 1).replace(/\\(.)/g, '$1')];
}
