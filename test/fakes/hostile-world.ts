import type { Answer } from 'dns-packet';
import { runChain } from '../../src/chain/index.ts';
import type { ChainRequest, RequestSecrets } from '../../src/chain/request.ts';
import { registeredPorts } from '../../src/chain/request.ts';
import { berElements, berInside, berNumber } from '../../src/directory/ldap/ber.ts';
import { type RunEvent, replay } from '../../src/run/index.ts';
import { a, type FakeDnsServer, fakeDnsServer, srv, zoneHandler } from './dns-server.ts';
import {
  host as dcHost,
  ldapEntry,
  ldapMessage,
  ldapResult,
  type Script,
  type ScriptedServer,
  scriptedServer,
  tag,
} from './ldap-scripted-server.ts';
import { aRequest } from './request.ts';
import { authority, type FakeSmtpServer, fakeSmtpServer, mailHost, type SmtpScript } from './smtp-server.ts';

export const canary = 'cAn4ry-Pa55/w0rd+ü';

export interface HostileWorld {
  readonly dns: FakeDnsServer;
  readonly dc: ScriptedServer;
  readonly relay: FakeSmtpServer;
  /** What makes both servers trusted, PEM. */
  readonly ca: string;
  request(changes?: Partial<ChainRequest>): ChainRequest;
  /** All events of a run with the canary as its password. */
  run(changes?: Partial<ChainRequest>, secrets?: Partial<RequestSecrets>): Promise<readonly RunEvent[]>;
  /** The same request as words for the command line; `ca` is a file with the world's certificates. */
  words(goal: 'diagnose' | 'send' | 'sign-in', ca: string): string[];
  stop(): Promise<void>;
}

interface Settings {
  readonly dc?: Script;
  readonly relay?: SmtpScript;
  /** In place of the records of the same name. */
  readonly records?: readonly Answer[];
}

/** A company whose servers do what a test says; where it says nothing, all is well and the password is the canary. */
export async function hostileWorld({
  dc: script = friendlyDc(),
  relay: relayScript = {},
  records = [],
}: Settings = {}) {
  const dc = await scriptedServer(script);
  const relay = await fakeSmtpServer({ security: 'implicit', password: canary, ...relayScript });
  const usual = [
    a(mailHost, '127.0.0.1'),
    a(dcHost, '127.0.0.1'),
    srv('_ldap._tcp.dc._msdcs.corp.example', dcHost, dc.port),
  ];
  const replaced = new Set(records.map(({ name }) => name));
  const dns = await fakeDnsServer(zoneHandler([...records, ...usual.filter(({ name }) => !replaced.has(name))]));
  const ca = `${dc.ca}\n${authority.pem}`;
  const security = relayScript.security ?? ('implicit' as const);
  const request: HostileWorld['request'] = (changes) =>
    aRequest({
      server: mailHost,
      to: ['bob@partner.example'],
      dns: [{ address: dns.address, port: dns.port }],
      search: ['corp.example'],
      ca,
      endpoint: { port: relay.port, security },
      ports: { ...registeredPorts, ldaps: dc.port, globalCatalog: 9, submissions: relay.port, submission: 9, smtp: 9 },
      timeout: 20_000,
      ...changes,
    });
  let stopped: Promise<void> | null = null;
  const world: HostileWorld = {
    dns,
    dc,
    relay,
    ca,
    request,
    async run(changes, secrets) {
      const events: RunEvent[] = [];
      const all = { password: canary, relayPassword: null, ...secrets };
      for await (const event of runChain(request(changes), all, 'test', new AbortController().signal))
        events.push(event);
      return events;
    },
    words: (goal, file) => [
      ...[goal, ...(goal === 'sign-in' ? ['alice@corp.example'] : ['--user', 'alice@corp.example'])],
      ...['--dns', `127.0.0.1:${dns.port}`, '--search', 'corp.example', '--ca', file, '--ldaps-port', String(dc.port)],
      ...(goal === 'sign-in'
        ? []
        : ['--server', mailHost, '--to', 'bob@partner.example', '--port', String(relay.port)]),
      ...(goal === 'sign-in' ? [] : ['--security', security]),
      ...['--password-stdin', '--timeout', '20'],
    ],
    stop() {
      stopped ??= Promise.all([dns.close(), dc.stop(), relay.close()]).then(() => {});
      return stopped;
    },
  };
  return world;
}

export function reportOf(events: readonly RunEvent[]) {
  return replay(events);
}

/** Id and tag of a request that a client sent. */
export function requestOf(bytes: Buffer): { readonly id: number; readonly tag: number } {
  const [id, operation] = berInside(berElements(bytes)[0], 0x30);
  return { id: berNumber(id, 0x02), tag: operation?.tag ?? 0 };
}

const bindTag = 0x60;
const searchTag = 0x63;

interface DcSays {
  /** Operations in answer to a bind; by default success. */
  readonly bind?: readonly Buffer[];
  readonly search?: readonly Buffer[];
}

/** A DC that takes every password, or answers what it is told. */
export function friendlyDc({ bind = [ldapResult(tag.bind, 0)], search = alice() }: DcSays = {}): Script {
  return (socket, bytes) => {
    const { id, tag: kind } = requestOf(bytes);
    const said = kind === bindTag ? bind : kind === searchTag ? search : [];
    if (said.length > 0) socket.write(Buffer.concat(said.map((operation) => ldapMessage(id, operation))));
  };
}

export function alice(displayName = 'Alice'): Buffer[] {
  const attributes = [
    ['userPrincipalName', ['alice@corp.example']],
    ['mail', ['alice@corp.example']],
    ['displayName', [displayName]],
  ] as const;
  return [ldapEntry('CN=Alice,DC=corp,DC=example', attributes), ldapResult(tag.done, 0)];
}

/** Whether a client has sent a bind, and with it a password. */
export function binds({ received }: ScriptedServer): number {
  return received.flat().filter((bytes) => bytes[0] === 0x30 && requestOf(bytes).tag === bindTag).length;
}

/** What the secret looks like wherever it could come out: as it is, and encoded in the usual ways. */
export function formsOf(secret: string): string[] {
  const bytes = Buffer.from(secret);
  const wide = Buffer.from(secret, 'utf16le');
  const shifted = (octets: Buffer) =>
    // What is the same in base64 whatever stands around it.
    [0, 1, 2].map((shift) => {
      const text = Buffer.concat([Buffer.alloc(shift, 0x41), octets])
        .toString('base64')
        .replace(/=+$/, '');
      return text.slice(shift === 0 ? 0 : shift + 1, -1);
    });
  return [
    secret,
    JSON.stringify(secret).slice(1, -1),
    encodeURIComponent(secret),
    ...[bytes, wide].flatMap((octets) => [octets.toString('hex'), octets.toString('hex').toUpperCase()]),
    wide.toString('latin1'),
    ...shifted(bytes),
    ...shifted(wide),
  ];
}
