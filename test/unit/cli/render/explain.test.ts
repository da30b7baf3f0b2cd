import type { Answer } from 'dns-packet';
import { afterEach, describe, expect, it } from 'vitest';
import { runChain } from '../../../../src/chain/index.ts';
import { registeredPorts } from '../../../../src/chain/request.ts';
import { explainedOutcome, print, reportLines, type Style, safeReport } from '../../../../src/cli/render/index.ts';
import { autoconfigFile, autodiscoverXml, type ClientAccount, srvRecords } from '../../../../src/clients/index.ts';
import { type Report, type RunEvent, replay } from '../../../../src/run/index.ts';
import { a, cname, mx, srv } from '../../../fakes/dns-server.ts';
import { fakeImapServer } from '../../../fakes/imap-server.ts';
import { poxSettings, poxUrl } from '../../../fakes/pox.ts';
import { aRequest } from '../../../fakes/request.ts';
import { fakeSmtpServer, authority as mailAuthority } from '../../../fakes/smtp-server.ts';
import { authority, type Page, webWorld } from '../../../fakes/web-world.ts';
import { zoneRecords } from '../../../fakes/zone-file.ts';

const style: Style = { columns: 80, color: false, unicode: true };
const mail = 'mail.corp.example';
const autoconfigUrl = 'https://autoconfig.corp.example/mail/config-v1.1.xml';
const paccUrl = 'https://ua-auto-config.corp.example/.well-known/user-agent-configuration.json';

const closers: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

/** Servers that work, at ports of this machine, and the account on them. */
async function mailServers(): Promise<ClientAccount> {
  const imap = await fakeImapServer({ security: 'implicit' });
  const smtp = await fakeSmtpServer({ security: 'implicit' });
  closers.push(imap.close, smtp.close);
  const user = 'alice@corp.example';
  const server = { host: mail, security: 'implicit', authentication: 'password', user } as const;
  return {
    name: 'Alice',
    address: user,
    domain: 'corp.example',
    provider: 'corp.example',
    incoming: { ...server, protocol: 'imap', port: imap.port },
    outgoing: { ...server, port: smtp.port },
  };
}

interface Published {
  readonly pages?: Readonly<Record<string, Page>>;
  readonly records?: readonly Answer[];
  readonly certificates?: Parameters<typeof webWorld>[0]['certificates'];
}

async function explain({ pages = {}, records = [], certificates = {} }: Published) {
  const world = await webWorld({ pages, records: () => [a(mail, '127.0.0.1'), ...records], certificates });
  closers.push(world.stop);
  const { address, port } = world.dns;
  const request = aRequest({
    goal: 'discover',
    destination: 'alice@corp.example',
    user: null,
    server: null,
    hearAll: true,
    dns: [{ address, port }],
    search: [],
    ca: `${authority.pem}\n${mailAuthority.pem}`,
    ports: { ...registeredPorts, ...world.ports },
  });
  const events: RunEvent[] = [];
  const secrets = { password: null, relayPassword: null };
  for await (const event of runChain(request, secrets, 'test', new AbortController().signal)) events.push(event);
  const report = replay(events);
  return { report, text: shown(report), outcome: explainedOutcome(report) };
}

function shown(report: Report, changes: Partial<Style> = {}): string {
  const wanted = { ...style, ...changes };
  const lines = reportLines(safeReport(report, wanted), wanted, { verbose: false, transcript: false, explain: true });
  return lines.map((line) => print(line, wanted)).join('\n');
}

/** One source's part of it. */
function part(text: string, title: string): string {
  return text.split('\n\n').find((one) => one.slice(2).startsWith(title)) ?? '';
}

describe('the explanation for an administrator', () => {
  it('finds nothing to mend where everything is published well, and has nothing to publish there', async () => {
    const account = await mailServers();
    const { text, outcome } = await explain({
      pages: {
        [autoconfigUrl]: { body: autoconfigFile(account).content },
        [poxUrl('autodiscover.corp.example')]: { body: autodiscoverXml(account).content },
      },
      records: zoneRecords(srvRecords(account).join('\n')),
    });
    expect(outcome).toBe('passed');
    for (const title of ['SRV records', 'autoconfig', 'Autodiscover']) {
      expect(part(text, title)).toMatch(/^✓ .*: well published \(/);
      expect(part(text, title)).not.toContain('Publish');
    }
    expect(part(text, 'autoconfig')).toContain(`GET ${autoconfigUrl}: 200,`);
    expect(part(text, 'SRV records')).toContain(
      `_imaps._tcp.corp.example SRV: SRV 0 1 ${account.incoming?.port} ${mail}`,
    );
    expect(text).toContain(
      `  ✓ imap ${mail}:${account.incoming?.port}, TLS from the start\n      chosen: several sources agree`,
    );
    expect(text).toContain('\nWell published: SRV records, autoconfig, Autodiscover.\n');
    expect(text).toContain('\nNothing that is published is broken, after ');
  });

  it('has the records and files to publish, made for the servers that were chosen', async () => {
    const account = await mailServers();
    const { text, outcome } = await explain({ records: zoneRecords(srvRecords(account)[0] ?? '') });
    expect(outcome).toBe('passed');
    const records = part(text, 'SRV records');
    expect(records).not.toContain(`IN SRV 0 1 ${account.incoming?.port}`);
    expect(part(text, 'autoconfig')).toMatch(/^– .*: not published/);
    expect(part(text, 'autoconfig')).toContain(`<hostname>${mail}</hostname>`);
  });

  it('names what is broken: records, certificates, digests, and servers that are not there', async () => {
    const account = await mailServers();
    const { text, outcome, report } = await explain({
      pages: {
        [autoconfigUrl]: { body: autoconfigFile(account).content },
        'https://corp.example/': {},
        [poxUrl('autodiscover.corp.example')]: poxSettings(
          '<Type>IMAP</Type><Server>old.corp.example</Server><Port>993</Port>',
        ),
        [paccUrl]: { body: '{"protocols":{"imap":{"host":"mail.corp.example"}}}' },
      },
      certificates: { 'corp.example': 'wrong-name' },
      records: [
        srv('_imaps._tcp.corp.example', 'imap.corp.example', account.incoming?.port ?? 0),
        cname('imap.corp.example', mail),
        srv('_submission._tcp.corp.example', '127.0.0.1', 587),
        mx('corp.example', 10, 'mx1.pphosted.com'),
      ],
    });
    expect(report.outcome).toBe('passed');
    expect(outcome).toBe('failed');
    expect(part(text, 'SRV records')).toMatch(/^✗ /);
    expect(part(text, 'SRV records')).toContain('it is an IP address, which can prove no\n    name');
    expect(part(text, 'SRV records')).toContain('is an alias of');
    expect(part(text, 'SRV records')).toContain('The certificate of imap.corp.example is made');
    expect(part(text, 'SRV records')).toContain(
      `    _imaps._tcp.corp.example. 3600 IN SRV 0 1 ${account.incoming?.port} ${mail}.\n`,
    );
    expect(part(text, 'PACC')).toMatch(/^✗ /);
    expect(part(text, 'PACC')).toContain('_ua-auto-config.corp.example TXT: no such name');
    expect(part(text, 'Autodiscover')).toContain(
      '* imap old.corp.example:993: The name old.corp.example does not exist',
    );
    expect(part(text, 'Known providers')).toContain('goes through Proofpoint first');
    expect(text).toContain('Two sources name different servers for imap.');
    expect(text).toContain('\nBroken: SRV records, PACC, Autodiscover.\n');
    expect(text).toContain('\nSomething has to be mended, after ');
  });

  it('calls the web server of the bare domain a remark: it has other things to do', async () => {
    const account = await mailServers();
    const { text, outcome } = await explain({
      pages: { [autoconfigUrl]: { body: autoconfigFile(account).content }, 'https://corp.example/': {} },
      certificates: { 'corp.example': 'wrong-name' },
    });
    expect(part(text, 'autoconfig')).toMatch(/^! .*: published, with remarks/);
    expect(part(text, 'autoconfig')).toContain('not asked,\n      for the reason below');
    expect(outcome).toBe('passed');
  });

  it('has examples to publish where no server is known, and says that they are examples', async () => {
    const { text, outcome } = await explain({});
    expect(outcome).toBe('failed');
    expect(text).toContain('No mail settings are published for corp.example.');
    expect(part(text, 'SRV records')).toContain(
      'Publish (with your servers in place of these), in the zone of corp.example:',
    );
    expect(part(text, 'SRV records')).toContain('    _imaps._tcp.corp.example. 3600 IN SRV 0 1 993 imap.corp.example.');
    expect(part(text, 'PACC')).toContain('"v=UAAC1; a=sha256; d=');
  });

  it('shows nothing of a server that could steer a terminal, and keeps to ASCII where it has to', async () => {
    const account = await mailServers();
    const evil = `${account.provider}\u202e\u009b31m`;
    const { report } = await explain({
      pages: {
        [autoconfigUrl]: {
          body: autoconfigFile({ ...account, provider: evil }).content.replace('</port>', 'x\u009b</port>'),
        },
      },
    });
    expect(shown(report, { unicode: false })).toMatch(/^[\n\u0020-\u007e]*$/);
    expect(shown(report)).not.toMatch(/[\u202e\u0080-\u009f]/);
  });
});
