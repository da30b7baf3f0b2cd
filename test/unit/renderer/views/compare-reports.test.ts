import { expect, it } from 'vitest';
import { compareReports } from '../../../../renderer/diagnosis/history/compare-reports.ts';
import { aCustody, aMailbox, aNotice, anArrival, aRecipient, aServer } from '../../../fakes/found-chain.ts';
import { type RecordedProbe, recordedReport } from '../../../fakes/recorded-run.ts';
import { refusedChain, soundChain } from '../../../fakes/sample-chain.ts';

const sound = recordedReport(soundChain);
const refused = recordedReport(refusedChain, { outcome: 'failed' });

/** The sound run, one probe of it changed. */
function soundBut(id: string, change: (probe: RecordedProbe) => RecordedProbe, duration?: number) {
  const probes = soundChain.map((probe) => (probe.id === id ? change(probe) : probe));
  return recordedReport(probes, duration === undefined ? {} : { duration });
}

it('finds nothing between a run and itself', () => {
  expect(compareReports(sound, sound)).toEqual([]);
});

it('tells how the run ended first, then the problem that is new, then the links', () => {
  const found = compareReports(sound, refused);
  expect(found[0]).toEqual({ kind: 'outcome', left: 'passed', right: 'failed' });
  expect(found[1]).toMatchObject({ kind: 'problem', change: 'new', problem: { code: 'smtp.relay-denied' } });
  expect(found[2]).toEqual({ kind: 'link', link: 'relay', left: 'passed', right: 'failed' });
});

it('tells a problem that is gone', () => {
  expect(compareReports(refused, sound)).toContainEqual(
    expect.objectContaining({ kind: 'problem', change: 'gone', problem: refused.probes.flatMap((p) => p.problems)[0] }),
  );
});

it('tells a permission that was withdrawn, and one that was not asked for before', () => {
  const permission = { sender: 'alice@corp.example', recipient: 'bob@partner.example', authenticated: true };
  expect(compareReports(sound, refused)).toContainEqual(
    expect.objectContaining({
      kind: 'permission',
      permission: expect.objectContaining(permission),
      left: 'not-checked',
      right: 'refused',
    }),
  );
});

it('tells another address of the mail server, but not another order of the same', () => {
  const withAddresses = (addresses: readonly string[]) =>
    soundBut('dns.name', (probe) => ({ ...probe, chain: { name: { ...probe.chain?.name, addresses } } }));
  const before = withAddresses(['10.1.2.3', '10.1.2.4']);
  expect(compareReports(before, withAddresses(['10.1.2.4', '10.1.2.3']))).toEqual([]);
  expect(compareReports(before, withAddresses(['10.1.2.9']))).toEqual([
    { kind: 'fact', fact: 'addresses', left: '10.1.2.3, 10.1.2.4', right: '10.1.2.9' },
  ]);
});

it('tells another domain controller, its site and its certificate', () => {
  const changed = soundBut('dc.locate', (probe) => ({
    ...probe,
    chain: { domainController: { ...probe.chain?.domainController, host: 'dc2.corp.example', site: 'Branch' } },
  }));
  expect(compareReports(sound, changed)).toEqual([
    { kind: 'fact', fact: 'controller', left: 'dc1.corp.example', right: 'dc2.corp.example' },
    { kind: 'fact', fact: 'site', left: 'HQ', right: 'Branch' },
  ]);
});

it.each([
  { left: 100, right: 149, tells: false, why: 'nobody notices less than 50 ms' },
  { left: 310, right: 400, tells: false, why: 'less than half of the time is no news' },
  { left: 310, right: 700, tells: true, why: 'more than twice the time' },
  { left: 700, right: 310, tells: true, why: 'less than half the time' },
])('compares $left ms and $right ms: $why', ({ left, right, tells }) => {
  const found = compareReports(
    recordedReport(soundChain, { duration: left }),
    recordedReport(soundChain, { duration: right }),
  );
  expect(found).toEqual(tells ? [{ kind: 'duration', link: null, left, right }] : []);
});

it('takes a problem with another number in it for the same problem', () => {
  const problemAfter = (seconds: number) =>
    soundBut('message.submit', (probe) => ({
      ...probe,
      outcome: 'unknown',
      problems: [{ code: 'run.deadline', args: { seconds }, evidence: [], remedies: [] }],
    }));
  expect(compareReports(problemAfter(3), problemAfter(4))).toEqual([]);
});

it('tells other servers for mail, another sign-in to the mailbox, where the message was seen, and what notices said', () => {
  const bob = 'bob@partner.example';
  const withFound = (host: string, signIn: 'accepted' | 'rejected', arrived: boolean) =>
    recordedReport([
      ...soundChain,
      {
        id: 'custody.read-back',
        chain: {
          settings: {
            address: null,
            domain: 'corp.example',
            servers: [aServer({ host }), aServer({ verdict: 'possible' })],
          },
          mailbox: aMailbox({ signIn }),
          custody: aCustody({
            arrival: arrived ? anArrival() : null,
            recipients: [aRecipient(bob, { notice: arrived ? aNotice() : null })],
          }),
        },
      },
    ]);
  const before = withFound('imap1.corp.example', 'rejected', false);
  expect(compareReports(before, withFound('imap2.corp.example', 'accepted', true))).toEqual([
    { kind: 'fact', fact: 'arrival', left: '', right: 'INBOX' },
    { kind: 'fact', fact: 'incoming', left: 'imap1.corp.example:993', right: 'imap2.corp.example:993' },
    { kind: 'fact', fact: 'mailbox-sign-in', left: 'rejected', right: 'accepted' },
    { kind: 'notice', recipient: bob, left: null, right: 'delivered' },
  ]);
});
