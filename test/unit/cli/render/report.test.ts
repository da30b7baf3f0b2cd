import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { print, reportLines, type Style, safeReport } from '../../../../src/cli/render/index.ts';
import { problem, describe as words } from '../../../../src/problems/index.ts';
import type { Report } from '../../../../src/run/index.ts';
import { recordedReport } from '../../../fakes/recorded-run.ts';
import { nameProbes, refusedChain, soundChain } from '../../../fakes/sample-chain.ts';

const at80: Style = { columns: 80, color: false, unicode: true };
const brief = { verbose: false, transcript: false };

function shown(report: Report, style: Style = at80, detail = brief): string {
  const lines = reportLines(safeReport(report, style), style, detail);
  return `\n${lines.map((line) => print(line, style)).join('\n')}\n`;
}

describe('the report in a terminal', () => {
  it('has a line for each link and says at its end who has the message', () => {
    expect(shown(recordedReport(soundChain))).toBe(`
mail    ✓ mail.corp.example      10.1.2.3  suffix corp.example (DHCP)      27 ms
dc      ✓ dc1.corp.example       site HQ (closest)   one of 2              44 ms
user    ✓ Alice Smith  alice@corp.example  password expires in 9 days      88 ms
relay   ✓ 587 STARTTLS           signed in (PLAIN)                         90 ms
message ✓ accepted by mail.corp.example  queue id 4XYZ1abcz23             150 ms

Accepted by mail.corp.example as queue id 4XYZ1abcz23; delivery beyond it is not
guaranteed.
Passed in 0.31 s.
`);
  });

  it('explains a broken link below it, and names who fixes it', () => {
    const text = shown(recordedReport(refusedChain, { outcome: 'failed' }));
    expect(text).toContain('relay   ✗ 587 STARTTLS           refused bob@partner.example              120 ms\n');
    expect(text).toContain('\n          Mail administrators fix this: ');
    expect(text).toContain('message – not tried\n');
    expect(text).toContain(`
What the relay accepts
  recipient            scope     verdict  reply
  bob@partner.example  external  refused  554 5.7.1

Broken at the relay (smtp.relay-denied): mail administrators fix this.
Run it with --verbose for the evidence, or with --json for a report to hand on.
It took 0.31 s.
`);
  });

  it('fits a narrow window without leaving anything out', () => {
    expect(shown(recordedReport(soundChain), { ...at80, columns: 60 })).toBe(`
mail    ✓ mail.corp.example  10.1.2.3                  27 ms
          suffix corp.example (DHCP)
dc      ✓ dc1.corp.example  site HQ (closest)          44 ms
          one of 2
user    ✓ Alice Smith     alice@corp.example           88 ms
          password expires in 9 days
relay   ✓ 587 STARTTLS    signed in (PLAIN)            90 ms
message ✓ accepted by mail.corp.example               150 ms
          queue id 4XYZ1abcz23

Accepted by mail.corp.example as queue id 4XYZ1abcz23;
delivery beyond it is not guaranteed.
Passed in 0.31 s.
`);
  });

  it('uses ASCII alone where the terminal knows nothing else', () => {
    const report = recordedReport(refusedChain, { outcome: 'failed' });
    const text = shown(report, { ...at80, unicode: false }, { verbose: true, transcript: true });
    expect(text).toMatch(/^[\n\u0020-\u007e]*$/);
    expect(text).toContain('relay   x 587 STARTTLS');
    expect(text).toContain('message - not tried');
  });

  it('quotes a mail server below the advice, and says what its status code means', () => {
    expect(shown(recordedReport(refusedChain, { outcome: 'failed' }))).toContain(`
          Mail administrators fix this: Allow authenticated senders to relay to
          other organisations through mail.corp.example.
          The server said: 554 5.7.1 Relay access denied
          5.7.1 means: the server has a rule against this delivery: sender,
            recipient or content.
message – not tried
`);
  });

  it('quotes a mail server in its own words alone', () => {
    const evidence = [
      '550 5.1.1 <bob@partner.example>: no such user (5.1.1: the mailbox of the recipient does not exist)',
    ];
    const args = { host: 'mail.corp.example', recipient: 'bob@partner.example' };
    const refusal = problem('smtp.recipient-refused', args, { evidence });
    const probes = [{ id: 'relay.permission', outcome: 'failed', problems: [refusal] }] as const;
    const text = shown(recordedReport(probes, { outcome: 'failed' }));
    expect(text).toContain('The server said: 550 5.1.1 <bob@partner.example>: no such user\n');
    expect(text).toContain('5.1.1 means: the mailbox of the recipient does not exist.\n');
  });

  it('shows other evidence only when asked', () => {
    const failure = problem('net.refused', { host: 'h', port: 25 }, { evidence: ['connect ECONNREFUSED'] });
    const report = recordedReport([{ id: 'mx.reach', outcome: 'failed', problems: [failure] }], { outcome: 'failed' });
    expect(shown(report)).not.toContain('ECONNREFUSED');
    expect(shown(report, at80, { ...brief, verbose: true })).toContain('Evidence: connect ECONNREFUSED');
  });

  it('says of strangers in one line what the relay would take from them', () => {
    const reply = { code: 554, enhanced: '5.7.1', text: 'Relay access denied', meaning: null };
    const ask = (recipient: string, authenticated: boolean) =>
      ({
        sender: 'a@corp.example',
        recipient,
        scope: 'external',
        authenticated,
        ...answers[authenticated ? 1 : 0],
      }) as const;
    const answers = [
      { verdict: 'refused', reply },
      { verdict: 'accepted', reply: { ...reply, code: 250, enhanced: '2.1.5', text: 'Ok' } },
    ] as const;
    const strangers = [ask('bob@partner.example', false), ask('pat@partner.example', false)];
    const asked = (relayPermission: Report['chain']['relayPermission']) =>
      shown(recordedReport([{ id: 'relay.permission', chain: { relayPermission } }]));
    expect(asked([...strangers, ask('bob@partner.example', true)])).toContain(`
What the relay accepts
  recipient            scope     verdict   reply
  bob@partner.example  external  accepted  250 2.1.5
  Without signing in: refused for bob@partner.example, pat@partner.example (554
    5.7.1: the server has a rule against this delivery: sender, recipient or
    content)
`);
    expect(asked(strangers)).not.toContain('What the relay accepts');
  });

  it('says how many warnings there were where nothing is broken', () => {
    const warning = problem('dns.disagreement', { name: 'mail', ours: '10.1.2.3', theirs: '10.9.9.9' });
    const notice = problem('mx.implicit', { domain: 'partner.example' });
    const probes = [
      { id: 'dns.name', outcome: 'warned', problems: [warning] },
      { id: 'mx.route', outcome: 'warned', problems: [notice] },
    ] as const;
    expect(shown(recordedReport(probes))).toContain('\nPassed in 0.31 s, with 1 warning.\n');
  });

  it('lists the domain controllers as a table', () => {
    expect(shown(recordedReport(soundChain, { goal: 'locate-dc' }))).toContain(`
Domain controllers of corp.example
  host              rank  state        site          SRV    CLDAP  LDAPS
  dc1.corp.example  1     chosen       HQ (closest)  0 100  3 ms   21 ms
    address: 10.1.0.1
    certificate: dc1.corp.example, until 1 January 2027, from CN=Corp CA
  dc2.corp.example  2     not reached  Branch        0 100
    address: 10.2.0.1
    problem: does not answer (net.timeout)
`);
  });

  it('does not take a message that lies ready for one that was tried', () => {
    const sign = {
      id: 'ldap.sign-in',
      outcome: 'failed',
      problems: [problem('ldap.account-locked', { user: 'alice', host: 'dc1' })],
    } as const;
    const compose = { id: 'message.compose', startedAt: 12, duration: 31 } as const;
    const submit = {
      id: 'message.submit',
      outcome: 'skipped',
      because: { kind: 'needs', probe: 'ldap.sign-in' },
    } as const;
    expect(shown(recordedReport([sign, compose, submit], { outcome: 'failed' }))).toContain('\nmessage – not tried\n');
  });

  it('shows what the system was asked with a link, wherever it stands in the plan', () => {
    const probes = [{ id: 'os.dns' }, { id: 'dc.locate' }, { id: 'os.trust' }] as const;
    expect(shown(recordedReport(probes, { goal: 'locate-dc' }))).toMatch(/^\ndc {3}✓ +\d+ ms\n\nPassed/);
  });

  it('has no line for the mail server where nobody asks for one', () => {
    const probes = [{ id: 'os.dns' }, { id: 'dc.locate' }, { id: 'dns.approved-domains' }, { id: 'ldap.sign-in' }];
    const text = shown(recordedReport(probes, { goal: 'sign-in' }));
    expect(text).toMatch(/^\ndc {3}✓ +\d+ ms\nuser ✓ +\d+ ms\n\nPassed/);
  });

  it('keeps quiet about what was tried when somebody ended the run', () => {
    const cancelled = { outcome: 'unknown', problems: [problem('run.cancelled', {})] } as const;
    const compose = { id: 'message.compose', ...cancelled };
    const submit = {
      id: 'message.submit',
      outcome: 'skipped',
      because: { kind: 'needs', probe: 'dc.locate' },
    } as const;
    const [, locate] = soundChain.filter(({ id }) => id.startsWith('os.') || id === 'dc.locate');
    const text = shown(
      recordedReport([{ ...locate, id: 'dc.locate', ...cancelled }, compose, submit], { outcome: 'cancelled' }),
    );
    expect(text).toContain('\nmessage – not tried\n\nCancelled after 0.31 s.\n');
  });

  it('says of each candidate name why it was taken or not', () => {
    expect(shown(recordedReport(nameProbes, { goal: 'resolve' }))).toContain(`
What mail may stand for
  name                      verdict       time
  mail.office.corp.example  no such name  12 ms
    suffix: office.corp.example (DHCP, approves nothing)
    said by: 10.0.0.53:53
  mail.corp.example         taken         12 ms
    suffix: corp.example (DHCP)
    answer: 10.1.2.3
    said by: 10.0.0.53:53

What follows from it
  may get a password  mail.corp.example is inside corp.example
  other programs see  10.1.2.3
`);
  });

  it('tells the account with its aliases and the day on which the password expires', () => {
    expect(shown(recordedReport(soundChain, { goal: 'sign-in' }))).toContain(`
Account
  name                 Alice Smith
  mail                 alice@corp.example
  further addresses    a.smith@corp.example
  user principal name  alice@corp.example
  account name         alice
  password expires     in 9 days, on 3 December 2026
  signed in as         alice@corp.example
  at                   dc1.corp.example
  distinguished name   CN=Alice Smith,OU=People,DC=corp,DC=example
`);
  });

  it('offers the options that would answer a question, ready to be copied', () => {
    const args = { name: 'mail.lan.example', asked: 'mail', domain: 'lan.example' };
    const remedies = [{ option: 'approve-domain', value: 'lan.example' }] as const;
    const decision = problem('dns.unapproved-name', args, { remedies });
    const probes = [{ id: 'dns.approval', outcome: 'unknown', problems: [decision] }] as const;
    const text = shown(recordedReport(probes, { outcome: 'inconclusive' }));
    expect(text).toContain('mail ? needs a decision');
    expect(text).toContain('--approve-domain lan.example');
    expect(text.replace(/\n/g, ' ')).toContain(
      'Inconclusive at the name of the server (dns.unapproved-name): it needs your decision.',
    );
  });

  it('shows a problem once, and not what merely follows from it', () => {
    const cause = problem('dns.server-unreachable', { server: '10.0.0.53:53' });
    const consequence = problem('dns.no-such-name', { name: 'mail' });
    const text = shown(
      recordedReport(
        [
          { id: 'dns.name', outcome: 'failed', problems: [cause, consequence] },
          { id: 'dc.locate', outcome: 'failed', problems: [cause] },
        ],
        { outcome: 'failed' },
      ),
    );
    expect(text.split(words(cause).meaning.slice(0, 40))).toHaveLength(2);
    expect(text).toContain(`\n       ${words(cause).title} (see above).\n`);
    expect(text).not.toContain(words(consequence).title);
  });

  it('lets no text of a server steer the terminal, whatever it is', () => {
    const hostile = fc.string({
      unit: fc.constantFrom('\u001b', '[2J', '\u009b', '\u202e', '\n', '\r', 'a', '\ud800', '\u0007'),
    });
    fc.assert(
      fc.property(hostile, (text) => {
        const poisoned = poison(recordedReport(refusedChain, { outcome: 'failed' }), text);
        const screen = shown(poisoned, at80, { verbose: true, transcript: true });
        expect(screen).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]|[\ud800-\udfff]/);
      }),
      { numRuns: 50 },
    );
  });
});

const structure = new Set([
  'id',
  'outcome',
  'code',
  'goal',
  'type',
  'verdict',
  'state',
  'kind',
  'origin',
  'scope',
  'probe',
]);

/** The report with every text of it replaced that is not part of its structure. */
function poison(report: Report, text: string): Report {
  return JSON.parse(JSON.stringify(report), (key, value) =>
    typeof value === 'string' && !structure.has(key) && key !== 'security' && key !== 'reached'
      ? `${text}${value}`
      : value,
  );
}
