import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CertificateRequest, issue } from './ca.ts';
import { blackHoleAddress, domain, hosts, refusingAddress } from './hosts.ts';
import { addAddresses, portOpens } from './network.ts';
import { assetDir, statePath, writeState } from './paths.ts';
import { must, startDaemon } from './run.ts';

/** How a host differs from a well-behaved one. Each is NAME.corp.example and listens on 25, 465, 587 and 636 (TLS only). */
interface Behaviour {
  readonly certificate?: Partial<CertificateRequest>;
  readonly tls?: { readonly maxVersion?: 'TLSv1.1' | 'TLSv1.2'; readonly ciphers?: string };
  readonly greeting?: 'silent' | 'drip' | 'busy' | 'garbage' | 'reset' | 'endless';
  readonly starttls?: 'absent' | 'refused' | 'injected';
  readonly auth?: 'absent' | 'rejected' | 'echoed';
  /** AUTH is offered without TLS, to see whether somebody takes the bait. */
  readonly authInClear?: boolean;
  readonly authReply?: string;
  readonly mailReply?: string;
  readonly rcptReply?: string;
  readonly dataReply?: string;
  readonly finalReply?: string;
  readonly afterFinalDot?: 'drop' | 'silent';
}

const behaviours = {
  good: {},
  expired: { certificate: { validFrom: -400, validTo: -35 } },
  notyet: { certificate: { validFrom: 30, validTo: 400 } },
  wrongname: { certificate: { names: ['elsewhere.corp.example'] } },
  /** The name is only in the subject's common name. */
  cnonly: { certificate: { names: [], commonName: `cnonly.${domain}` } },
  selfsigned: { certificate: { issuer: 'self' } },
  /** A sound certificate of an authority that nobody trusts. */
  stranger: { certificate: { issuer: 'stranger' } },
  weakkey: { certificate: { rsaBits: 1024 } },
  sha1: { certificate: { digest: 'sha1' } },
  oldtls: { tls: { maxVersion: 'TLSv1.1' } },
  notls: { starttls: 'absent', authInClear: true },
  tlsrefused: { starttls: 'refused', authInClear: true },
  /** Says more in clear text after the 220 to STARTTLS, which must not be taken for part of the encrypted session. */
  injected: { starttls: 'injected' },
  noauth: { auth: 'absent' },
  authreject: { auth: 'rejected' },
  /** Repeats the AUTH line, password and all, in its refusal. */
  authecho: { auth: 'echoed' },
  authlater: { authReply: '454 4.7.0 Temporary authentication failure' },
  silent: { greeting: 'silent' },
  drip: { greeting: 'drip' },
  busy: { greeting: 'busy' },
  garbage: { greeting: 'garbage' },
  reset: { greeting: 'reset' },
  endless: { greeting: 'endless' },
  senderrefused: { mailReply: '550 5.7.1 Sender refused' },
  greylist: { rcptReply: '450 4.2.0 Greylisted, please try again later' },
  relaydenied: { rcptReply: '554 5.7.1 Relay access denied' },
  /** Answers 250 to DATA, where only 354 means "go on". */
  data250: { dataReply: '250 2.0.0 Ok' },
  toolarge: { finalReply: '552 5.3.4 Message size exceeds fixed limit' },
  spam: { finalReply: '554 5.7.1 Message refused by content filter' },
  dropafterdata: { afterFinalDot: 'drop' },
  silentafterdata: { afterFinalDot: 'silent' },
} as const satisfies Record<string, Behaviour>;

export type EvilName = keyof typeof behaviours;

/** Name → address. Besides the servers: `refusing` (no listener at all) and `blackhole` (every packet vanishes). */
export const evilAddresses: Readonly<Record<EvilName | 'refusing' | 'blackhole', string>> = {
  ...addressesOf(Object.keys(behaviours) as readonly EvilName[]),
  refusing: refusingAddress,
  blackhole: blackHoleAddress,
};

/** A line that one of these servers received. Message contents are left out, the final dot is `(final dot)`. */
export interface ReceivedCommand {
  readonly host: string;
  readonly port: number;
  readonly isSecure: boolean;
  readonly line: string;
}

const commandLog = () => statePath('evil', 'commands.jsonl');

export async function issueEvilCertificates(): Promise<void> {
  await issue({ name: 'evil', names: [`*.${domain}`] });
  for (const [name, behaviour] of Object.entries<Behaviour>(behaviours)) {
    if (behaviour.certificate === undefined) continue;
    await issue({ name: certificateName(name), names: [`${name}.${domain}`], ...behaviour.certificate });
  }
}

export async function startEvil(): Promise<void> {
  await addAddresses(hosts.evil, Object.values(evilAddresses));
  await blackHoleForEver();
  const described = Object.entries<Behaviour>(behaviours).map(([name, behaviour]) => {
    const base = statePath('certs', behaviour.certificate === undefined ? 'evil' : certificateName(name));
    const target = evilAddresses[name as EvilName];
    return { ...behaviour, name, address: target, certificate: `${base}.crt`, key: `${base}.key` };
  });
  const config = writeState('evil/hosts.json', JSON.stringify({ hosts: described, commandLog: commandLog() }));
  forgetReceivedCommands();
  const command = ['node', join(assetDir, 'evil', 'server.mjs'), config];
  startDaemon(hosts.evil.namespace, command, statePath('log', 'evil.log'));
  await portOpens(hosts.evil.namespace, evilAddresses.silentafterdata, 636, 10_000);
}

export function receivedCommands(host: EvilName): readonly ReceivedCommand[] {
  const lines = readFileSync(commandLog(), 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line) as ReceivedCommand).filter((command) => command.host === host);
}

export function forgetReceivedCommands(): void {
  writeFileSync(commandLog(), '');
}

const certificateName = (host: string) => `evil-${host}`;

function addressesOf(names: readonly EvilName[]): Readonly<Record<EvilName, string>> {
  const pairs = names.map((name, index) => [name, `10.77.1.${130 + index}`] as const);
  return Object.fromEntries(pairs) as Record<EvilName, string>;
}

async function blackHoleForEver(): Promise<void> {
  const rules = `table inet wp_blackhole {
  chain input { type filter hook input priority -10; ip daddr ${blackHoleAddress} drop; }
}
`;
  await must(['ip', 'netns', 'exec', hosts.evil.namespace, 'nft', '-f', '-'], { input: rules });
}
