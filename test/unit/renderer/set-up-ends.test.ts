import { describe, expect, it } from 'vitest';
import { endOf, isArrivalAwaited } from '../../../renderer/wizard/ends.ts';
import { problem } from '../../../src/problems/index.ts';
import { type RunEvent, replay } from '../../../src/run/index.ts';
import { recordLabRun } from '../../fakes/lab-run.ts';

const setUp = { goal: 'set-up', server: null, to: [] } as const;
const search = { goal: 'discover', server: null, user: null, destination: 'alice@corp.example', to: [] } as const;

const endAfter = async (...faults: readonly string[]) => endOf(replay(await recordLabRun(faults, setUp)));

function until(events: readonly RunEvent[], probe: string): readonly RunEvent[] {
  return events.slice(0, events.findIndex((event) => event.type === 'probe-started' && event.probe === probe) + 1);
}

describe('a set-up', () => {
  it('is done when everything worked', async () => {
    expect(await endAfter()).toEqual({ kind: 'done' });
  });

  it('shows its result while the message is still looked for, and not before', async () => {
    const events = await recordLabRun([], setUp);
    const looking = replay(until(events, 'custody.read-back'));
    expect([endOf(looking), isArrivalAwaited(looking)]).toEqual([{ kind: 'done' }, true]);
    expect(endOf(replay(until(events, 'mailbox.sign-in')))).toBeNull();
    expect(isArrivalAwaited(replay(events))).toBe(false);
  });

  it('keeps its result when somebody stops looking for the message', async () => {
    const events = await recordLabRun([], setUp);
    const stopped = replay(until(events, 'custody.read-back'));
    expect(endOf({ ...stopped, outcome: 'cancelled' })).toEqual({ kind: 'done' });
  });

  it('asks about a mailbox server outside of the organisation, and has a result without an answer', async () => {
    expect(await endAfter('mailbox-elsewhere')).toMatchObject({
      kind: 'question',
      question: 'approve',
      problem: { code: 'settings.foreign-server', args: { domain: 'hoster.example' } },
      optional: true,
    });
  });

  it.each(['mailbox-password', 'mailbox-oauth2-only', 'mailbox-full', 'settings-disagree', 'message-in-junk'])(
    'is done when the relay has accepted the message, whatever is wrong with the mailbox (%s)',
    async (fault) => {
      expect(await endAfter(fault)).toEqual({ kind: 'done' });
    },
  );

  it('asks nothing about the certificate of a web server that may have had settings', async () => {
    const report = replay(await recordLabRun([], setUp));
    const untrusted = problem('tls.untrusted-issuer', { host: 'corp.example', issuer: 'nobody' });
    const probes = report.probes.map((probe) =>
      probe.id === 'settings.autoconfig' ? { ...probe, outcome: 'unknown' as const, problem: untrusted } : probe,
    );
    expect(endOf({ ...report, probes })).toEqual({ kind: 'done' });
  });

  it('is not done when the relay refuses, although there is a mailbox', async () => {
    expect(await endAfter('message-refused')).toMatchObject({ kind: 'failed' });
  });

  it('asks for the name or the password again when the directory refused them, and for nothing else', async () => {
    const wrong = replay(await recordLabRun(['account-missing'], setUp));
    expect(endOf(wrong)).toMatchObject({ kind: 'retype' });
  });
});

describe('a search without a password', () => {
  it('is done when servers were found', async () => {
    expect(endOf(replay(await recordLabRun([], search)))).toEqual({ kind: 'done' });
  });

  it('asks before anything is set up with a server that nobody has approved', async () => {
    const asked = endOf(replay(await recordLabRun(['mailbox-elsewhere'], search)));
    expect(asked).toMatchObject({ kind: 'question', question: 'approve', optional: false });
    const approved = await recordLabRun(['mailbox-elsewhere'], { ...search, approvedDomains: ['hoster.example'] });
    expect(endOf(replay(approved))).toEqual({ kind: 'done' });
  });

  it('fails with what is wrong when there are none', async () => {
    expect(endOf(replay(await recordLabRun(['dns-silent'], search)))).toMatchObject({ kind: 'failed' });
  });
});
