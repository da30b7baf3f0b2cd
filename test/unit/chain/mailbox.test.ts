import { afterEach, describe, expect, it } from 'vitest';
import type { ChainPorts, ChainProbe } from '../../../src/chain/ports.ts';
import { mailboxReach, mailboxSignIn } from '../../../src/chain/probes/mailbox.ts';
import { custodyReadBack } from '../../../src/chain/probes/read-back.ts';
import { createAttemptBudget, failed, type Outcome, passed, Secret } from '../../../src/core/index.ts';
import { createTrust } from '../../../src/net/index.ts';
import { nodeRecorder } from '../../../src/platform/index.ts';
import { problem } from '../../../src/problems/index.ts';
import { runEventSchema } from '../../../src/run/event-schema.ts';
import { defineProbe, type RankedServer, type Report, type RunEvent, replay, runPlan } from '../../../src/run/index.ts';
import { reportSchema } from '../../../src/run/report/schema.ts';
import type { Custody } from '../../../src/submission/index.ts';
import { bounce, original } from '../../fakes/delivery-reports.ts';
import { resolverOf } from '../../fakes/dns-resolver.ts';
import { a, type FakeDnsServer, fakeDnsServer, zoneHandler } from '../../fakes/dns-server.ts';
import { fakeImapServer, type ImapScript } from '../../fakes/imap-server.ts';
import type { FakeMailboxServer } from '../../fakes/mailbox-server.ts';
import { fakePop3Server } from '../../fakes/pop3-server.ts';
import { quickClock } from '../../fakes/quick-clock.ts';
import { authority, mailHost } from '../../fakes/smtp-server.ts';

const servers: (FakeMailboxServer | FakeDnsServer)[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

const told = <T>(id: string, outcome: Outcome<T>): ChainProbe<T> =>
  defineProbe({ id, deadline: 1_000, run: async (_: object, _ports: ChainPorts) => outcome });

const custody: Custody = {
  gateway: mailHost,
  state: 'accepted',
  queueId: '4XYZ1',
  messageId: original,
  reply: null,
  recipients: ['alice@corp.example', 'bob@partner.example'].map((address, i) => ({
    address,
    state: 'accepted',
    reply: null,
    dsn: i === 1,
    notice: null,
  })),
  arrival: null,
  statement: '',
};

const person = {
  dn: 'CN=Alice',
  displayName: 'Alice',
  mail: 'Alice@corp.example',
  aliases: [],
  userPrincipalName: 'alice@corp.example',
  samAccountName: 'alice',
  homeServer: null,
  passwordExpiresAt: null,
  lastBadPasswordAt: null,
  badPasswordCount: null,
};

interface World {
  readonly service?: 'imap' | 'pop3';
  readonly script?: ImapScript;
  readonly approved?: string;
  readonly password?: string;
  readonly directoryAccepts?: boolean;
  readonly dsn?: boolean;
  /** The user name that the settings say. */
  readonly user?: string;
}

async function run(world: World): Promise<{ report: Report; events: RunEvent[]; server: FakeMailboxServer }> {
  const { service = 'imap', script = {}, approved = 'corp.example', password = 'secret-pass', dsn = false } = world;
  const server = await (service === 'imap' ? fakeImapServer(script) : fakePop3Server());
  const dns = await fakeDnsServer(zoneHandler([a(mailHost, '127.0.0.1')]));
  servers.push(server, dns);
  const ranked: RankedServer = {
    service,
    host: mailHost,
    port: server.port,
    security: 'implicit',
    authentication: [],
    user: world.user ?? null,
    url: null,
    sources: [],
    approved: null,
    verified: null,
    verdict: 'chosen',
    reason: 'best-trust',
  };
  const settings = told('os.dns', passed({ resolver: resolverOf([dns]) }));
  const trust = told('os.trust', passed(createTrust([authority.pem])));
  const ranking = told('settings.ranking', passed([ranked]));
  const approvals = told('dns.approved-domains', passed([{ domain: approved, reason: 'a test' }]));
  const refused = failed(problem('ldap.invalid-credentials', { user: 'alice', host: 'dc1' }));
  const directory = world.directoryAccepts === false ? refused : passed({ principal: 'CORP\\alice' });
  const signedIn = told<{ principal: string }>('ldap.sign-in', directory);
  const account = told('ldap.account', passed(person));
  const recipients = custody.recipients.filter((one) => dsn || !one.dsn);
  const submitted = told('message.submit', passed({ custody: { ...custody, recipients }, acceptedAt: 0 }));
  const reached = mailboxReach({ settings, trust, servers: ranking });
  const used = mailboxSignIn({ reached, approvals, signedIn, person: account, before: submitted });
  const plan = [settings, trust, ranking, approvals, signedIn, account, submitted];
  const own = [reached, used, custodyReadBack({ used, submitted, person: account })];
  const ports: ChainPorts = {
    clock: quickClock(),
    recorder: nodeRecorder(),
    password: new Secret(password),
    relayPassword: null,
    attempts: createAttemptBudget(),
  };
  const header = { run: 'r', waypost: '0', request: { goal: 'send', options: {} }, timeout: 60_000 } as const;
  const events: RunEvent[] = [];
  for await (const event of runPlan([...plan, ...own], ports, new AbortController().signal, header)) events.push(event);
  await expect.poll(server.open).toBe(0);
  return { report: replay(events), events, server };
}

const outcomes = ({ probes }: Report) =>
  Object.fromEntries(
    probes.slice(-3).map(({ id, outcome, problem: found }) => [id, found === null ? outcome : found.code]),
  );
const head = 'Received: from c by mail.corp.example with ESMTPSA id 4XYZ1; Tue, 24 Nov 2026 12:00:00 GMT';
const arrived = { folder: 'INBOX', source: `${head}\r\nMessage-ID: ${original}\r\n\r\nHello` };
const attempts = ({ commands }: FakeMailboxServer) => commands.filter((line) => /AUTHENTICATE|LOGIN |PASS /.test(line));

describe('the mailbox of whoever sends a test message', () => {
  it('is opened, signed in to and looked into, and the message is said to have arrived', async () => {
    const { report, events } = await run({ script: { messages: [arrived] } });
    expect(outcomes(report)).toEqual({
      'mailbox.reach': 'passed',
      'mailbox.sign-in': 'passed',
      'custody.read-back': 'passed',
    });
    expect(report.chain.mailbox).toMatchObject({
      protocol: 'imap',
      host: mailHost,
      signIn: 'accepted',
      user: 'alice@corp.example',
      passwords: 'taken',
      quota: [{ resource: 'storage' }, { resource: 'messages' }],
    });
    expect(report.chain.custody?.arrival).toMatchObject({ folder: 'INBOX', hops: [{ by: mailHost }] });
    expect(report.chain.custody?.statement).toMatch(/arrived in INBOX after \d\.\d s$/);
    for (const event of events) expect(runEventSchema.parse(JSON.parse(JSON.stringify(event)))).toEqual(event);
    expect(reportSchema.parse(JSON.parse(JSON.stringify(report)))).toEqual(report);
  });

  it('is not signed in to on a host that nobody has approved', async () => {
    const { report, server } = await run({ approved: 'other.example' });
    expect(outcomes(report)['mailbox.sign-in']).toBe('settings.foreign-server');
    expect(report.outcome).toBe('inconclusive');
    expect(attempts(server)).toEqual([]);
  });

  it('is not signed in to with a password that the directory refused', async () => {
    const { report, server } = await run({ directoryAccepts: false });
    expect(outcomes(report)).toMatchObject({ 'mailbox.reach': 'passed', 'mailbox.sign-in': 'skipped' });
    expect(attempts(server)).toEqual([]);
  });

  it('that refuses the password is told so, once', async () => {
    const { report, server } = await run({ password: 'wrong-pass' });
    expect(outcomes(report)).toMatchObject({ 'mailbox.sign-in': 'imap.auth-rejected', 'custody.read-back': 'skipped' });
    expect(report.chain.mailbox?.signIn).toBe('rejected');
    expect(attempts(server)).toHaveLength(1);
  });

  it.each([
    ['is told the name that the settings say, filled in for the person', '%EMAILADDRESS%', 'Alice@corp.example'],
    ['is told the name that the directory has where the settings leave a gap', '%USERNAME%', 'alice@corp.example'],
  ])('%s: a name with a gap would cost the only attempt', async (_, user, told) => {
    const { report, server } = await run({ user });
    expect(report.chain.mailbox).toMatchObject({ user: told });
    expect(JSON.stringify(attempts(server))).not.toContain('%');
  });

  it('by POP3 is proved, but not looked into', async () => {
    const { report } = await run({ service: 'pop3' });
    expect(outcomes(report)).toEqual({
      'mailbox.reach': 'passed',
      'mailbox.sign-in': 'passed',
      'custody.read-back': 'skipped',
    });
    expect(report.chain.custody).toBeNull();
  });

  it('in which the message is junk, or is not, is a warning', async () => {
    const junk = { messages: [{ ...arrived, folder: 'Spam' }] };
    expect(outcomes((await run({ script: junk })).report)['custody.read-back']).toBe('custody.in-junk');
    expect(outcomes((await run({})).report)['custody.read-back']).toBe('custody.not-arrived');
  });

  it('tells by a notice that somebody will not get it', async () => {
    const notice = bounce('Final-Recipient: rfc822; bob@partner.example', 'Action: failed', 'Status: 5.1.1');
    const { report } = await run({ dsn: true, script: { messages: [arrived, { folder: 'INBOX', source: notice }] } });
    expect(outcomes(report)['custody.read-back']).toBe('custody.delivery-failed');
    expect(report.chain.custody?.statement).toMatch(
      /arrived in INBOX after .* s; not delivered to bob@partner\.example \(5\.1\.1, according to mail\.corp\.example\)$/,
    );
  });
});
