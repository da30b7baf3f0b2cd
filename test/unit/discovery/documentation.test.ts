import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { askAutoconfig, askAutodiscover, askDns, askPacc, type Source } from '../../../src/discovery/index.ts';
import { explain, mailServers } from '../../fakes/explained.ts';
import { type Page, type WebWorld, webWorld } from '../../fakes/web-world.ts';
import { zoneRecords } from '../../fakes/zone-file.ts';

// The examples of docs/discovery.md are what our own sources read, and its sample output is what the program says of them.

const page = readFileSync(new URL('../../../docs/discovery.md', import.meta.url), 'utf8');
const autoconfigUrl = 'https://autoconfig.corp.example/mail/config-v1.1.xml';
const paccUrl = 'https://ua-auto-config.corp.example/.well-known/user-agent-configuration.json';
const autodiscoverUrl = 'https://autodiscover.corp.example/autodiscover/autodiscover';

/** The text of a section. */
function section(title: string): string {
  return page.split('\n## ').find((one) => one.startsWith(`${title}\n`)) ?? '';
}

/** The example of a section in one language. */
function example(title: string, language: string): string {
  return section(title).split(`\`\`\`${language}\n`)[1]?.split('```')[0] ?? '';
}

function records(title: string): string {
  const lines = section(title).split('\n');
  return lines.flatMap((line) => (/^ {4}_\S+ \d+ IN /.test(line) ? [line.trim()] : [])).join('\n');
}

let world: WebWorld | null = null;

afterEach(async () => {
  await world?.stop();
  world = null;
});

async function read(source: Source, pages: Record<string, Page>, zone = '') {
  world = await webWorld({ pages, records: () => zoneRecords(zone) });
  return (await world.ask(source)).outcome;
}

const servers = [
  expect.objectContaining({ service: 'imap', host: 'imap.corp.example', port: 993, security: 'implicit' }),
  expect.objectContaining({ service: 'submission', host: 'smtp.corp.example', port: 465, security: 'implicit' }),
];

describe('the example in the documentation', () => {
  it('of SRV records names both servers, and says that there is no POP3', async () => {
    const outcome = await read(askDns, {}, records('SRV records'));
    expect(outcome).toMatchObject({ kind: 'passed' });
    const found = outcome.kind === 'passed' ? outcome.value : [];
    expect(found.flatMap((answer) => answer.servers)).toEqual(expect.arrayContaining(servers));
    expect(found.filter((answer) => answer.servers.length === 0)).toHaveLength(2);
  });

  it('of autoconfig names both servers', async () => {
    const outcome = await read(askAutoconfig, { [autoconfigUrl]: { body: example('autoconfig', 'xml') } });
    expect(outcome).toMatchObject({ kind: 'passed', value: [{ servers }] });
  });

  it('of PACC names both servers, with the digest of its bytes in the record', async () => {
    const body = example('PACC', 'json');
    const digest = createHash('sha256').update(body).digest('base64');
    const record = records('PACC').replace('DIGEST', digest);
    expect(await read(askPacc, { [paccUrl]: { body } }, record)).toMatchObject({
      kind: 'passed',
      value: [{ servers }],
    });
  });

  it('of Autodiscover names both servers, and Exchange in JSON', async () => {
    const outcome = await read(askAutodiscover, {
      [`${autodiscoverUrl}.xml`]: { body: example('Autodiscover', 'xml') },
      [`${autodiscoverUrl}.json`]: { body: example('Autodiscover', 'json') },
    });
    expect(outcome).toMatchObject({ kind: 'passed', value: [{ servers }, { servers: [{ service: 'exchange' }] }] });
  });

  it('of Autodiscover’s SRV record is one', () => {
    expect(zoneRecords(records('Autodiscover'))).toMatchObject([
      { type: 'SRV', name: '_autodiscover._tcp.corp.example' },
    ]);
  });

  it('of what the checker says is what it says', async () => {
    const hosts = ['imap.corp.example', 'smtp.corp.example'];
    const ports = await mailServers(...hosts);
    const used = [
      [/\b993\b/g, String(ports.imap)],
      [/\b465\b/g, String(ports.submission)],
    ] as const;
    const here = (text: string) => used.reduce((all, [usual, port]) => all.replace(usual, port), text);
    const { text, outcome } = await explain(
      {
        pages: { [autoconfigUrl]: { body: here(example('autoconfig', 'xml')) } },
        records: zoneRecords(here(records('SRV records'))),
      },
      ...hosts,
    );
    await ports.close();
    expect(outcome).toBe('passed');
    // Longer ports break lines elsewhere; times and the test's own authority are never the same.
    const steady = (said: string) =>
      said
        .replace(/\b[\d.]+ m?s\b/g, 'N s')
        .replace(/\s+/g, ' ')
        .replace(/until \d+ \w+ \d{4}, from CN=.*? sign-in/g, 'until a day, from an issuer; sign-in');
    for (const part of here(example('The checker', 'text')).trim().split('\n\n')) {
      expect(steady(text)).toContain(steady(part));
    }
  });
});
