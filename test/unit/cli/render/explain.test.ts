import { afterEach, describe, expect, it } from 'vitest';
import { explainedOutcome } from '../../../../src/cli/render/index.ts';
import { autoconfigFile, autodiscoverXml, type ClientAccount, srvRecords } from '../../../../src/clients/index.ts';
import { problem } from '../../../../src/problems/index.ts';
import { cname, mx, srv } from '../../../fakes/dns-server.ts';
import { explain, explained, type MailPorts, mailServers } from '../../../fakes/explained.ts';
import { poxSettings, poxUrl } from '../../../fakes/pox.ts';
import { recordedReport } from '../../../fakes/recorded-run.ts';
import { zoneRecords } from '../../../fakes/zone-file.ts';

const mail = 'mail.corp.example';
const autoconfigUrl = 'https://autoconfig.corp.example/mail/config-v1.1.xml';
const paccUrl = 'https://ua-auto-config.corp.example/.well-known/user-agent-configuration.json';

let servers: MailPorts | null = null;

afterEach(async () => {
  await servers?.close();
  servers = null;
});

/** An account on servers that work. */
async function working(): Promise<ClientAccount> {
  servers = await mailServers(mail);
  const user = 'alice@corp.example';
  const server = { host: mail, security: 'implicit', authentication: 'password', user } as const;
  return {
    name: 'Alice',
    address: user,
    domain: 'corp.example',
    provider: 'corp.example',
    incoming: { ...server, protocol: 'imap', port: servers.imap },
    outgoing: { ...server, port: servers.submission },
  };
}

/** One source's part of it. */
function part(text: string, title: string): string {
  return text.split('\n\n').find((one) => one.slice(2).startsWith(title)) ?? '';
}

describe('the explanation for an administrator', () => {
  it('finds nothing to mend where everything is published well, and has nothing to publish there', async () => {
    const account = await working();
    const { text, outcome } = await explain(
      {
        pages: {
          [autoconfigUrl]: { body: autoconfigFile(account).content },
          [poxUrl('autodiscover.corp.example')]: { body: autodiscoverXml(account).content },
        },
        records: zoneRecords(srvRecords(account).join('\n')),
      },
      mail,
    );
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
    const account = await working();
    const { text, outcome } = await explain({ records: zoneRecords(srvRecords(account)[0] ?? '') }, mail);
    expect(outcome).toBe('passed');
    const records = part(text, 'SRV records');
    expect(records).not.toContain(`IN SRV 0 1 ${account.incoming?.port}`);
    expect(part(text, 'autoconfig')).toMatch(/^– .*: not published/);
    expect(part(text, 'autoconfig')).toContain(`<hostname>${mail}</hostname>`);
  });

  it('names what is broken: records, certificates, digests, and servers that are not there', async () => {
    const account = await working();
    const { text, outcome, report } = await explain(
      {
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
      },
      mail,
    );
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
    expect(text).toContain('\nSomething that is published is broken, after ');
  });

  it('calls the web server of the bare domain a remark: it has other things to do', async () => {
    const account = await working();
    const { text, outcome } = await explain(
      {
        pages: { [autoconfigUrl]: { body: autoconfigFile(account).content }, 'https://corp.example/': {} },
        certificates: { 'corp.example': 'wrong-name' },
      },
      mail,
    );
    expect(part(text, 'autoconfig')).toMatch(/^! .*: published, with remarks/);
    expect(part(text, 'autoconfig')).toContain('not asked,\n      for the reason below');
    expect(outcome).toBe('passed');
  });

  it('has examples to publish where no server is known, and says that they are examples', async () => {
    const { text, outcome } = await explain({}, mail);
    expect(outcome).toBe('failed');
    expect(text).toContain('No mail settings are published for corp.example.');
    expect(text).toContain('\nNo server was found that can be used, after ');
    expect(part(text, 'SRV records')).toContain(
      'Publish (with your servers in place of these), in the zone of corp.example:',
    );
    expect(part(text, 'SRV records')).toContain('    _imaps._tcp.corp.example. 3600 IN SRV 0 1 993 imap.corp.example.');
    expect(part(text, 'PACC')).toContain('"v=UAAC1; a=sha256; d=');
  });

  it('says of a name without a mail domain only that', () => {
    const fault = problem('settings.no-domain', { address: 'corp' });
    const probes = [{ id: 'settings.search', outcome: 'failed', problems: [fault] }] as const;
    const text = explained(recordedReport(probes, { goal: 'discover', outcome: 'failed' }));
    expect(text).toContain('corp does not tell a mail domain.');
    expect(text).not.toContain('Who looks there');
  });

  it('cannot say that all is well where a source did not answer', () => {
    const silence = problem('net.timeout', { host: 'autoconfig.corp.example', port: 443 });
    const report = recordedReport(
      [
        { id: 'settings.search', chain: { settings: { domain: 'corp.example' } } },
        { id: 'settings.autoconfig', outcome: 'warned', problems: [silence] },
      ],
      { goal: 'discover' },
    );
    expect(part(explained(report), 'autoconfig')).toMatch(/^[?] .*: could not be asked/);
    expect(explainedOutcome(report)).toBe('inconclusive');
  });

  it('does not say that there is no server where nobody could be asked', () => {
    const silence = problem('dns.server-unreachable', { server: '10.0.0.53' });
    const sources = ['dns', 'autoconfig', 'pacc', 'autodiscover', 'provider', 'common-names'];
    const report = recordedReport(
      [
        { id: 'settings.search', chain: { settings: { domain: 'corp.example' } } },
        ...sources.map((name) => ({ id: `settings.${name}`, outcome: 'unknown', problems: [silence] }) as const),
        { id: 'settings.named', outcome: 'failed', problems: [silence] },
      ],
      { goal: 'discover', outcome: 'failed' },
    );
    expect(explainedOutcome(report)).toBe('inconclusive');
    expect(explained(report)).toContain('Not everything could be checked');
    expect(explained(report)).not.toContain('No server was found');
  });

  it('calls settings broken that only plain http answers with', () => {
    const origin = 'http://autoconfig.corp.example/mail/config-v1.1.xml';
    const found = { origin, trust: 'http', provider: null, servers: [], documentation: [] } as const;
    const report = recordedReport(
      [
        { id: 'settings.search', chain: { settings: { domain: 'corp.example' } } },
        { id: 'settings.autoconfig', chain: { settings: { autoconfig: [found] } } },
      ],
      { goal: 'discover' },
    );
    expect(part(explained(report), 'autoconfig')).toContain('* Only plain http answers');
    expect(explainedOutcome(report)).toBe('failed');
  });

  it('calls settings broken that name no server', async () => {
    const body = '<clientConfig version="1.1"><emailProvider id="corp.example"/></clientConfig>';
    const { text, outcome } = await explain({ pages: { [autoconfigUrl]: { body } } });
    expect(part(text, 'autoconfig')).toMatch(/^✗ .*: broken/);
    expect(part(text, 'autoconfig')).toContain(`* The settings at ${autoconfigUrl}`);
    expect(outcome).toBe('failed');
  });

  it('tells of an Exchange server that wants a sign-in, and has nothing to publish in its place', () => {
    const origin = 'https://autodiscover.corp.example/autodiscover/autodiscover.xml';
    const found = { origin, trust: 'https', provider: null, servers: [], documentation: [] } as const;
    const report = recordedReport(
      [
        { id: 'settings.search', chain: { settings: { domain: 'corp.example' } } },
        {
          id: 'settings.autodiscover',
          outcome: 'warned',
          problems: [problem('settings.sign-in-needed', { url: origin })],
          chain: { settings: { autodiscover: [found] } },
        },
      ],
      { goal: 'discover' },
    );
    const text = part(explained(report), 'Autodiscover');
    expect(text).toContain('settings only after a sign-in');
    expect(text).not.toContain('Publish');
    expect(explainedOutcome(report)).toBe('passed');
  });

  it('shows nothing of a server that could steer a terminal, and keeps to ASCII where it has to', async () => {
    const account = await working();
    const evil = `${account.provider}\u202e\u009b31m`;
    const { report } = await explain(
      {
        pages: {
          [autoconfigUrl]: {
            body: autoconfigFile({ ...account, provider: evil }).content.replace('</port>', 'x\u009b</port>'),
          },
        },
      },
      mail,
    );
    expect(explained(report, { unicode: false })).toMatch(/^[\n\u0020-\u007e]*$/);
    expect(explained(report)).not.toMatch(/[\u202e\u0080-\u009f]/);
  });
});
