import { describe, expect, it } from 'vitest';
import type { Clock } from '../../../src/core/index.ts';
import { createDecision } from '../../../src/discovery/index.ts';
import type { FoundSettings, ServerSetting } from '../../../src/run/index.ts';

const server = (
  service: ServerSetting['service'],
  security: ServerSetting['security'] = 'implicit',
): ServerSetting => ({
  service,
  host: 'mail.corp.example',
  port: 1,
  security,
  authentication: [],
  user: null,
  url: null,
});

const both = [server('imap'), server('submission')];

const said = (trust: FoundSettings['trust'], servers = both): FoundSettings[] => [
  { origin: 'somewhere', trust, provider: null, servers, documentation: [] },
];

/** A clock that remembers how long it was asked to sleep, and wakes at once. */
function rememberingClock() {
  const slept: number[] = [];
  const clock: Clock = {
    now: () => 0,
    date: () => new Date(0),
    async sleep(ms) {
      slept.push(ms);
    },
  };
  return { clock, slept };
}

async function after(...answers: FoundSettings[][]) {
  const { clock, slept } = rememberingClock();
  const decision = createDecision(clock, new AbortController().signal);
  for (const one of answers) decision.heard(one);
  await Promise.resolve();
  await Promise.resolve();
  return { slept, ended: decision.signal.aborted };
}

describe('sources that are still asked', () => {
  it.each(['directory', 'signed-dns', 'https'] as const)(
    'have little time left after %s has told enough',
    async (trust) => {
      expect(await after(said(trust))).toEqual({ slept: [500], ended: true });
    },
  );

  it('have some time left after DNS alone has told enough, since they could be worth more', async () => {
    expect(await after(said('dns'))).toEqual({ slept: [2_500], ended: true });
  });

  it('have less time left once something better has told enough', async () => {
    expect((await after(said('dns'), said('https'), said('dns'))).slept).toEqual([2_500, 500]);
  });

  it.each([
    ['a guess', said('guess')],
    ['plain http', said('http')],
    ['an incoming server alone', said('https', [server('imap')])],
    ['servers without TLS', said('https', [server('imap', 'plain'), server('submission', 'plain')])],
    ['nothing', []],
  ])('are waited for after %s', async (_, answers) => {
    expect(await after(answers)).toEqual({ slept: [], ended: false });
  });
});
