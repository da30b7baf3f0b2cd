import { describe, expect, it } from 'vitest';
import { createDecision, isDecided, type NamedServer, serverKey } from '../../../src/discovery/index.ts';
import type { FoundSettings, ServerSetting } from '../../../src/run/index.ts';
import { steppedClock } from '../../fakes/stepped-clock.ts';

const named = (service: ServerSetting['service'], host: string, trust: FoundSettings['trust']): NamedServer => ({
  service,
  host,
  port: 1,
  security: 'implicit',
  authentication: [],
  user: null,
  url: null,
  sources: [{ source: 'dns', origin: host, trust }],
});

const imap = named('imap', 'a', 'https');
const guessed = named('pop3', 'b', 'guess');
const relay = named('submission', 'c', 'https');
const proven = (...servers: [NamedServer, boolean][]) =>
  new Map(servers.map(([server, is]) => [serverKey(server), is] as const));

describe('which servers will be chosen', () => {
  it('is known once the best of each purpose has proved its name, whatever lesser ones do', () => {
    expect(isDecided([imap, guessed, relay], proven([imap, true], [relay, true]))).toBe(true);
  });

  it('is not known while a better one is still being tried, or one of the other purpose', () => {
    expect(isDecided([imap, guessed, relay], proven([guessed, true], [relay, true]))).toBe(false);
    expect(isDecided([imap, relay], proven([imap, true]))).toBe(false);
  });

  it('is not known when the best has failed', () => {
    expect(isDecided([imap, guessed, relay], proven([imap, false], [relay, true]))).toBe(false);
  });
});

describe('the search for settings', () => {
  const settings = (trust: FoundSettings['trust'], ...servers: NamedServer[]): FoundSettings => ({
    origin: 'somewhere',
    trust,
    provider: null,
    servers,
    documentation: [],
  });

  const search = () => {
    const clock = steppedClock();
    const run = new AbortController();
    const decision = createDecision(clock, run.signal);
    return { clock, decision, run };
  };

  it('gives others a moment once a trustworthy source has named enough, then ends them', async () => {
    const { clock, decision } = search();
    decision.heard([settings('https', imap, relay)]);
    await clock.pass(499);
    expect(decision.signal.aborted).toBe(false);
    await clock.pass(1);
    expect([decision.signal.aborted, decision.timeUp.aborted]).toEqual([true, false]);
  });

  it('gives others more time once DNS alone has named enough, and less again once something better has', async () => {
    const { clock, decision } = search();
    decision.heard([settings('dns', imap, relay)]);
    await clock.pass(1_000);
    decision.heard([settings('https', imap, relay)]);
    await clock.pass(499);
    expect(decision.signal.aborted).toBe(false);
    await clock.pass(1);
    expect(decision.signal.aborted).toBe(true);
  });

  it('gives others up to two and a half seconds to be worth more than what DNS alone has named', async () => {
    const { clock, decision } = search();
    decision.heard([settings('dns', imap, relay)]);
    await clock.pass(2_499);
    expect(decision.signal.aborted).toBe(false);
    await clock.pass(1);
    expect(decision.signal.aborted).toBe(true);
  });

  it('takes all that one source says together: SRV records name each service in an answer of its own', async () => {
    const { clock, decision } = search();
    decision.heard([settings('dns', imap), settings('dns', relay)]);
    await clock.pass(2_499);
    expect(decision.signal.aborted).toBe(false);
    await clock.pass(1);
    expect(decision.signal.aborted).toBe(true);
  });

  it('trusts what a source says as a whole only as much as the lesser half of it', async () => {
    const { clock, decision } = search();
    decision.heard([settings('https', imap), settings('dns', relay)]);
    await clock.pass(2_499);
    expect(decision.signal.aborted).toBe(false);
    await clock.pass(1);
    expect(decision.signal.aborted).toBe(true);
  });

  it.each([
    ['only guesses', settings('guess', imap, relay)],
    ['only one half', settings('https', imap)],
    ['only servers without TLS', settings('https', { ...imap, security: 'plain' }, relay)],
  ])('goes on when there are %s, up to its bound', async (_, found) => {
    const { clock, decision } = search();
    decision.heard([found]);
    await clock.pass(7_999);
    expect(decision.signal.aborted).toBe(false);
    await clock.pass(1);
    expect([decision.signal.aborted, decision.timeUp.aborted]).toEqual([true, true]);
  });
});
