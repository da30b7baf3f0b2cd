import type { OriginEvidence } from '../origin.ts';
import type { OsRecorder } from '../os-recorder.ts';
import { isLeaseFile, LEASE_FOLDERS, parseLease } from './leases.ts';
import { networkFileOf, parseNetworkctl, parseNetworkFile } from './networkd.ts';
import { ACTIVE_ARGS, PROFILE_ARGS, parseActiveConnections, parseProfiles } from './nmcli.ts';

/** Milliseconds for one local tool; they answer within some ten, so a slower one is not going to. */
export const TOOL_TIMEOUT = 2000;

const NETWORKD_LINKS = '/run/systemd/netif/links';

/** What the DHCP clients of this machine were given. Reads files only. */
export async function leaseEvidence(recorder: OsRecorder): Promise<OriginEvidence[]> {
  const files = (await Promise.all(LEASE_FOLDERS.map((folder) => recorder.list(folder)))).flat().filter(isLeaseFile);
  const found = files.map(async (path) => parseLease((await recorder.readFile(path)) ?? '', path));
  return (await Promise.all(found)).flat();
}

/** What networkd says about its links: from `networkctl`, and from its files where that is too old to tell. */
export async function networkdEvidence(recorder: OsRecorder, signal: AbortSignal): Promise<OriginEvidence[]> {
  const [status, states] = await Promise.all([
    recorder.run('networkctl', ['--json=short', 'status'], { timeout: TOOL_TIMEOUT, signal }),
    recorder.list(NETWORKD_LINKS),
  ]);
  const reported = parseNetworkctl(status ?? '');
  if (reported.length > 0) return reported;
  const found = states.map(async (state) => {
    const path = networkFileOf((await recorder.readFile(state)) ?? '');
    return path === null ? [] : parseNetworkFile((await recorder.readFile(path)) ?? '', path);
  });
  return (await Promise.all(found)).flat();
}

/** What the active NetworkManager profiles set by hand. */
export async function networkManagerEvidence(recorder: OsRecorder, signal: AbortSignal): Promise<OriginEvidence[]> {
  const options = { timeout: TOOL_TIMEOUT, signal };
  const active = parseActiveConnections((await recorder.run('nmcli', ACTIVE_ARGS, options)) ?? '');
  if (active.length === 0) return [];
  return parseProfiles((await recorder.run('nmcli', [...PROFILE_ARGS, ...active], options)) ?? '');
}
