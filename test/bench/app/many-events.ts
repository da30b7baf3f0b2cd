import { writeFile } from 'node:fs/promises';
import type { RunEvent } from '../../../src/run/index.ts';

/** A run of ten thousand events over a plan like a real one: what the window must be able to take. */
export function manyEvents(count = 10_000): RunEvent[] {
  const ids = [
    'dns.name',
    'dc.locate',
    'ldap.sign-in',
    'ldap.account',
    'relay.reach',
    'relay.sign-in',
    'message.submit',
  ];
  const run = '0b5c1a52-6f0e-4b4e-9d0a-6a1f6b0f7c11';
  const events: RunEvent[] = [];
  const at = () => events.length;
  const base = () => ({ run, seq: events.length, at: at() });
  events.push({
    ...base(),
    type: 'run-started',
    parent: null,
    version: 1,
    waypost: '0.1.0',
    startedAt: '2026-11-24T08:00:00.000Z',
    request: { goal: 'diagnose', options: { server: 'mail', user: 'alice@corp.example' } },
    plan: ids.map((id, i) => ({ id, needs: ids.slice(Math.max(0, i - 1), i), considers: [], aside: false })),
  });
  const each = Math.floor((count - 2) / ids.length) - 2;
  for (const probe of ids) {
    const startedAt = at();
    events.push({ ...base(), type: 'probe-started', parent: 0, probe });
    for (let i = 0; i < each; i++) {
      const peer = `10.0.${i % 250}.1:389`;
      const observation =
        i % 2 === 0
          ? ({
              type: 'line',
              protocol: 'smtp',
              peer,
              direction: 'received',
              text: `250 line ${i} of ${probe}`,
            } as const)
          : ({
              type: 'exchange',
              protocol: 'dns',
              peer,
              asked: `question ${i}`,
              answered: `answer ${i}`,
              startedAt: at(),
              duration: 1,
              roundTrips: 1,
            } as const);
      events.push({ ...base(), type: 'observation', parent: 0, probe, observation });
    }
    const times = { startedAt, duration: at() - startedAt };
    events.push({
      ...base(),
      type: 'probe-finished',
      parent: 0,
      probe,
      outcome: 'passed',
      problems: [],
      because: null,
      chain: {},
      ...times,
    });
  }
  events.push({ ...base(), type: 'run-finished', parent: 0, outcome: 'passed', problem: null });
  return events;
}

export async function writeEvents(file: string): Promise<number> {
  const events = manyEvents();
  await writeFile(file, events.map((event) => `${JSON.stringify(event)}\n`).join(''));
  return events.length;
}
