import { problemsOf } from '../../../src/core/index.ts';
import { type NameQuestion, resolveName } from '../../../src/dns/index.ts';
import { resolverOf } from '../../fakes/dns-resolver.ts';
import type { FakeHandler } from '../../fakes/dns-server.ts';
import { recordingStep } from '../../fakes/recording-step.ts';
import { temporaryServers } from './servers.ts';

export const office = { suffix: 'office.corp.example', source: 'resolv.conf line 2', approves: true };
export const corp = { suffix: 'corp.example', source: 'DHCP', approves: false };

/** Resolves names, `mail` unless the test says otherwise, with two suffixes and one server; each is gone after its test. */
export function temporaryNames() {
  const start = temporaryServers();
  return async (handler: FakeHandler, question: Partial<NameQuestion> = {}) => {
    const server = await start(handler);
    const step = recordingStep();
    const full = { asked: 'mail', suffixes: [office, corp], ndots: 1, ...question };
    const outcome = await resolveName(full, resolverOf([server]), step);
    const name = step.patches.map((patch) => patch.name).at(-1);
    const verdicts = Object.fromEntries(
      (name?.candidates ?? []).map((candidate) => [candidate.name, candidate.verdict]),
    );
    return { server, step, outcome, name, verdicts, codes: problemsOf(outcome).map(({ code }) => code) };
  };
}
