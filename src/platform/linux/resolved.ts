import type { OriginEvidence } from '../origin.ts';
import type { ScopedResolver } from '../os-dns-config.ts';
import type { OsRecorder } from '../os-recorder.ts';
import { linkTitle, type ResolvedLink } from './links.ts';
import { parseNetworkFile } from './networkd.ts';
import { TOOL_TIMEOUT } from './origins.ts';
import type { ResolvConf } from './resolv-conf.ts';
import { parseResolvectl } from './resolvectl.ts';

const STUB_ADDRESSES = new Set(['127.0.0.53', '127.0.0.54']);
const RESOLVED_CONF = '/etc/systemd/resolved.conf';
/** Not the one under /run, where programs put what they learnt. */
const DROP_IN_FOLDERS = ['/usr/lib/systemd/resolved.conf.d', '/etc/systemd/resolved.conf.d'];
const STATUS_COMMANDS: ReadonlyArray<readonly [string, readonly string[]]> = [
  ['resolvectl', ['--json=short', 'status']],
  ['resolvectl', ['status']],
  ['systemd-resolve', ['--status']],
];

/** True when programs that follow this resolv.conf end up at systemd-resolved's stub. */
export function asksResolved(conf: ResolvConf): boolean {
  return conf.servers.some((server) => STUB_ADDRESSES.has(server.address));
}

/** systemd-resolved's links, by the newest form this version can print; null when no form works. */
export async function readResolved(recorder: OsRecorder, signal: AbortSignal): Promise<ResolvedLink[] | null> {
  for (const [command, args] of STATUS_COMMANDS) {
    const output = await recorder.run(command, args, { timeout: TOOL_TIMEOUT, signal });
    const links = parseResolvectl(output ?? '');
    if (links.length > 0) return links;
  }
  return null;
}

/** The domains that resolved sends to particular links: in its world a search domain routes as well. */
export function scopedByLinks(links: readonly ResolvedLink[]): ScopedResolver[] {
  return links.flatMap((link) =>
    link.name === null || link.servers.length === 0
      ? []
      : link.domains.map(({ domain }) => ({ domain, servers: link.servers, source: linkTitle(link) })),
  );
}

/**
 * The domains in resolved.conf(5), which are an administrator's. The "Global" section of resolvectl is no proof of
 * that: where another program writes the resolv.conf, resolved takes over the search list that it finds there.
 */
export async function resolvedConfEvidence(recorder: OsRecorder): Promise<OriginEvidence[]> {
  const dropIns = (await Promise.all(DROP_IN_FOLDERS.map((folder) => recorder.list(folder)))).flat();
  const paths = [RESOLVED_CONF, ...dropIns.filter((path) => path.endsWith('.conf'))];
  const found = paths.map(async (path) => parseNetworkFile((await recorder.readFile(path)) ?? '', path));
  return (await Promise.all(found)).flat();
}
