import { afterEach, describe, expect, it } from 'vitest';
import { runChain } from '../../../src/chain/index.ts';
import { type ChainRequest, registeredPorts } from '../../../src/chain/request.ts';
import { keywords } from '../../../src/directory/service-points/service-point.ts';
import { type RunEvent, replay } from '../../../src/run/index.ts';
import { a, srv } from '../../fakes/dns-server.ts';
import { alice, binds, canary, friendlyDc, requestOf } from '../../fakes/hostile-world.ts';
import {
  host as dcHost,
  ldapEntry,
  ldapMessage,
  ldapResult,
  type Script,
  type ScriptedServer,
  scriptedServer,
  tag,
} from '../../fakes/ldap-scripted-server.ts';
import { poxSettings, poxUrl } from '../../fakes/pox.ts';
import { aRequest } from '../../fakes/request.ts';
import {
  authority,
  type Page,
  type WebQuestion,
  type WebReply,
  type WebWorld,
  webWorld,
} from '../../fakes/web-world.ts';

let world: WebWorld;
let dc: ScriptedServer;

afterEach(() => Promise.all([world.stop(), dc.stop()]));

const own = poxUrl('autodiscover.corp.example');
const exchange = poxUrl('ex1.corp.example');
const imap = '<Type>IMAP</Type><Server>imap.corp.example</Server><Port>993</Port>';

/** Asks for a password, and says how many had been sent to the directory when one came. */
const guarded =
  (seen: number[], reply: WebReply = poxSettings(imap)): Page =>
  (question) => {
    if (question.headers.authorization === undefined)
      return { status: 401, headers: { 'www-authenticate': 'Basic realm="corp"' } };
    seen.push(binds(dc));
    return reply;
  };

async function discover(script: Script, pages: Record<string, Page>, changes: Partial<ChainRequest> = {}) {
  dc = await scriptedServer(script);
  const records = [a(dcHost, '127.0.0.1'), srv('_ldap._tcp.dc._msdcs.corp.example', dcHost, dc.port)];
  world = await webWorld({ pages, records: () => records });
  const { address, port } = world.dns;
  const request = aRequest({
    goal: 'discover',
    destination: 'alice@corp.example',
    server: null,
    dns: [{ address, port }],
    search: [],
    ca: `${authority.pem}\n${dc.ca}`,
    ports: { ...registeredPorts, ...world.ports, dns: port, ldaps: dc.port, globalCatalog: 9 },
    ...changes,
  });
  const events: RunEvent[] = [];
  const secrets = { password: canary, relayPassword: null };
  for await (const event of runChain(request, secrets, 'test', new AbortController().signal)) events.push(event);
  return { report: replay(events), text: JSON.stringify(events) };
}

const withPassword = (): readonly WebQuestion[] =>
  world.questions.filter(({ headers }) => headers.authorization !== undefined);

/** A directory with this service point, and with Alice. */
const directoryWith =
  (url: string): Script =>
  (socket, bytes) => {
    const { id, tag: kind } = requestOf(bytes);
    const asksForPoints = bytes.includes('serviceConnectionPoint');
    const asksForServers = bytes.includes('msExchExchangeServer');
    const point = ldapEntry('CN=EX1', [
      ['keywords', [keywords.url]],
      ['serviceBindingInformation', [url]],
    ]);
    const server = ldapEntry('CN=EX1,CN=Servers', [
      ['cn', ['EX1']],
      ['networkAddress', ['ncacn_ip_tcp:ex1.corp.example']],
    ]);
    const done = ldapResult(tag.done, 0);
    const said = asksForPoints ? [point, done] : asksForServers ? [server, done] : alice();
    const answers = kind === 0x60 ? [ldapResult(tag.bind, 0)] : kind === 0x63 ? said : [];
    if (answers.length > 0) socket.write(Buffer.concat(answers.map((operation) => ldapMessage(id, operation))));
  };

describe('a search for settings by somebody who signs in', () => {
  it('gives Autodiscover the password only after the directory has accepted it', async () => {
    const seen: number[] = [];
    const { report, text } = await discover(friendlyDc(), { [own]: guarded(seen) });
    expect(seen).toEqual([1]);
    expect(report.chain.settings?.autodiscover).toMatchObject([{ servers: [{ host: 'imap.corp.example' }] }]);
    expect(text).not.toContain(canary);
    expect(text).not.toContain(Buffer.from(`alice@corp.example:${canary}`).toString('base64'));
  });

  it('gives it to nobody when the directory refuses it, and asks without it', async () => {
    const refuses = friendlyDc({ bind: [ldapResult(tag.bind, 49, '80090308: data 52e')] });
    const { report } = await discover(refuses, { [own]: guarded([]), [exchange]: guarded([]) });
    expect(withPassword()).toEqual([]);
    expect(binds(dc)).toBe(1);
    expect(report.chain.settings?.autodiscover).toMatchObject([{ origin: own, servers: [] }]);
  });

  it('gives it to the services that the directory names, and to the mail domain’s own, one after the other', async () => {
    const seen: number[] = [];
    const { report } = await discover(directoryWith(exchange), {
      [own]: guarded(seen),
      [exchange]: guarded(seen),
    });
    expect(
      withPassword()
        .map(({ url }) => url)
        .sort(),
    ).toEqual([own, exchange].sort());
    expect(report.chain.settings?.directory).toMatchObject([
      { origin: 'CN=EX1', trust: 'directory', servers: [{ host: 'imap.corp.example' }] },
      { trust: 'directory', servers: [{ service: 'exchange', host: 'ex1.corp.example' }] },
      { trust: 'guess' },
    ]);
    expect(report.probes.flatMap(({ problems }) => problems.map(({ code }) => code))).not.toContain(
      'settings.sign-in-needed',
    );
  });

  it('gives it to no service outside the approved domains that the directory names', async () => {
    const elsewhere = poxUrl('mail.partner.test');
    await discover(directoryWith(elsewhere), { [elsewhere]: guarded([]) });
    expect(world.questions.map(({ url }) => url)).not.toContain(elsewhere);
    expect(withPassword()).toEqual([]);
  });

  it('sends it no more after one web server has refused it', async () => {
    const seen: number[] = [];
    const no = { status: 401 };
    await discover(directoryWith(exchange), { [own]: guarded(seen, no), [exchange]: guarded(seen, no) });
    expect(withPassword()).toHaveLength(1);
  });
});
