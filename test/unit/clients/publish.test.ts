import { afterEach, describe, expect, it } from 'vitest';
import {
  autoconfigFile,
  autodiscoverXml,
  type ClientAccount,
  paccDocument,
  servicePoint,
  srvRecords,
} from '../../../src/clients/index.ts';
import { askAutoconfig, askAutodiscover, askDns, askPacc, type Source } from '../../../src/discovery/index.ts';
import { type WebWorld, webWorld } from '../../fakes/web-world.ts';
import { zoneRecords } from '../../fakes/zone-file.ts';

const outgoing = {
  host: 'smtp.corp.example',
  port: 465,
  security: 'implicit',
  authentication: 'password',
  user: 'alice@corp.example',
} as const;

const account: ClientAccount = {
  name: 'Alice',
  address: 'alice@corp.example',
  domain: 'corp.example',
  provider: 'Corp & Sons <mail>',
  incoming: { ...outgoing, protocol: 'imap', host: 'imap.corp.example', port: 993 },
  outgoing,
};

const starttls: ClientAccount = {
  ...account,
  incoming: { ...outgoing, protocol: 'pop3', host: 'imap.corp.example', port: 110, security: 'starttls' },
  outgoing: { ...outgoing, port: 587, security: 'starttls' },
};

let world: WebWorld | null = null;

afterEach(async () => {
  await world?.stop();
  world = null;
});

/** What our own source reads of what is to be published. */
async function read(source: Source, pages: Record<string, string>, records = '') {
  const bodies = Object.entries(pages).map(([url, body]) => [url, { body }] as const);
  world = await webWorld({ pages: Object.fromEntries(bodies), records: () => zoneRecords(records) });
  const { outcome } = await world.ask(source);
  return outcome;
}

const servers = ({ incoming, outgoing }: ClientAccount) => [
  expect.objectContaining({ service: incoming?.protocol, host: incoming?.host, port: incoming?.port }),
  expect.objectContaining({ service: 'submission', host: outgoing.host, port: outgoing.port }),
];

describe('what is to be published', () => {
  it.each([
    ['from the start', account],
    ['by STARTTLS', starttls],
  ])('as autoconfig is what the source finds there, with TLS %s', async (_, given) => {
    const { place, content } = autoconfigFile(given);
    expect(await read(askAutoconfig, { [place]: content })).toMatchObject({
      kind: 'passed',
      value: [{ provider: given.provider, servers: servers(given) }],
    });
  });

  it.each([
    ['from the start', account],
    ['by STARTTLS', starttls],
  ])('as SRV records is what the source finds there, with TLS %s', async (_, given) => {
    const outcome = await read(askDns, {}, srvRecords(given).join('\n'));
    expect(outcome).toMatchObject({ kind: 'passed' });
    const found = outcome.kind === 'passed' ? outcome.value.flatMap((answer) => answer.servers) : [];
    expect(found).toEqual(expect.arrayContaining(servers(given)));
    expect(found.map(({ security }) => security)).toEqual([given.outgoing.security, given.outgoing.security]);
  });

  it.each([
    ['from the start', account],
    ['by STARTTLS', starttls],
  ])('as Autodiscover is what the source finds there, with TLS %s', async (_, given) => {
    const { place, content } = autodiscoverXml(given);
    expect(await read(askAutodiscover, { [place]: content })).toMatchObject({
      kind: 'passed',
      value: [{ servers: servers(given) }],
    });
  });

  it('as PACC is what the source finds there, and the digest is that of the file', async () => {
    const [document, record] = paccDocument(account) ?? [];
    expect(await read(askPacc, { [document?.place ?? '']: document?.content ?? '' }, record?.content)).toMatchObject({
      kind: 'passed',
      value: [{ provider: account.provider, servers: servers(account) }],
    });
  });

  it('is nothing where the format of PACC has no word for the servers', () => {
    expect(paccDocument(starttls)).toBeNull();
  });

  it('as a service connection point stands in the configuration of the forest', () => {
    expect(servicePoint('corp.example', 'ad.corp.example').content).toContain(
      'dn: CN=autodiscover.corp.example,CN=Services,CN=Configuration,DC=ad,DC=corp,DC=example\n',
    );
  });
});
