import { readLinuxDns } from './linux/dns.ts';
import { readMacDns } from './macos/dns.ts';
import { approves } from './origin.ts';
import type { OsDnsConfig, SearchSuffix } from './os-dns-config.ts';
import type { OsRecorder } from './os-recorder.ts';
import { readWindowsDns } from './windows/dns.ts';

/**
 * Reads what the operating system knows about resolving names. Never rejects: odd content and missing tools leave
 * a note. An aborted signal kills the child processes, and the promise resolves at once with what there was.
 */
export async function readOsDns(recorder: OsRecorder, signal: AbortSignal): Promise<OsDnsConfig> {
  const config = await readFor(recorder, signal);
  return { ...config, search: config.search.map((entry) => joined(entry, config.machineDomain)) };
}

function readFor(recorder: OsRecorder, signal: AbortSignal): Promise<OsDnsConfig> {
  switch (recorder.platform) {
    case 'win32':
      return readWindowsDns(recorder, signal);
    case 'darwin':
      return readMacDns(recorder, signal);
    default:
      return readLinuxDns(recorder, signal);
  }
}

/** A network may well hand out the very domain that the machine was joined to; the join has approved that name. */
function joined(entry: SearchSuffix, machineDomain: string | null): SearchSuffix {
  if (entry.suffix !== machineDomain || approves(entry.origin)) return entry;
  return { ...entry, origin: 'domain-join', source: `${entry.source}, the domain of this machine` };
}
