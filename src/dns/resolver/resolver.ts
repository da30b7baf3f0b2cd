import { endedByDeadline, type Problem } from '../../core/index.ts';
import { peerName } from '../../net/index.ts';
import { problem } from '../../problems/index.ts';
import type { Step } from '../../run/index.ts';
import type { DnsAnswer } from '../answer.ts';
import { isQualified, normalizeName } from '../names.ts';
import type { RecordType } from '../records.ts';
import type { DnsDeps, ResolverSettings } from '../settings.ts';
import type { Reply } from './ask-servers.ts';
import { readMessage } from './follow.ts';
import { type AskOnce, rememberReplies } from './memory.ts';
import { serverOrder } from './server-order.ts';

export interface Resolver {
  readonly settings: ResolverSettings;
  /**
   * Asks for the records of a name, which is taken as absolute, and follows its aliases. Never throws. A name of one
   * label is never put to a server, and does not exist.
   */
  ask<T extends RecordType>(name: string, type: T, step: Step): Promise<DnsAnswer<T>>;
}

/**
 * A stub resolver (RFC 1034 5.3.1) over UDP with EDNS0, and TCP where needed. It remembers its answers: make one for
 * each run.
 */
export function createResolver(settings: ResolverSettings, { clock }: DnsDeps): Resolver {
  const order = serverOrder(settings.servers, settings.rotate);
  const askOnce = rememberReplies({ settings, clock, order });
  return {
    settings,
    async ask(asked, type, step) {
      const startedAt = clock.now();
      const elapsed = () => Math.round((clock.now() - startedAt) * 1_000) / 1_000;
      const name = normalizeName(asked);
      if (name === null || !isQualified(name)) return { kind: 'no-such-name', server: null, duration: 0 };
      try {
        const answer = await follow(name, type, askOnce, step);
        return { ...answer, duration: elapsed() };
      } catch (error) {
        if (!step.signal.aborted) throw error;
        const reason = endProblem(step.signal, settings);
        return { kind: 'no-answer', server: null, duration: elapsed(), problem: reason };
      }
    },
  };
}

type WithoutDuration<A> = A extends unknown ? Omit<A, 'duration'> : never;

async function follow<T extends RecordType>(
  name: string,
  type: T,
  askOnce: AskOnce,
  step: Step,
): Promise<WithoutDuration<DnsAnswer<T>>> {
  const chain = [name];
  for (;;) {
    const reply: Reply = await askOnce({ name: chain[chain.length - 1] ?? name, type }, step);
    if (reply.kind === 'no-answer') return { ...reply, server: null };
    if (reply.kind === 'server-failure') return reply;
    const reading = readMessage(reply.message, chain, type);
    if (reading.kind !== 'continues') return { ...reading, server: reply.server };
  }
}

/** Why an asker stopped waiting: no server was quick enough, or somebody cancelled. */
function endProblem(signal: AbortSignal, { servers }: ResolverSettings): Problem {
  if (!endedByDeadline(signal)) return problem('run.cancelled', {});
  const server = servers.map(({ address, port }) => peerName(address, port)).join(', ');
  return problem('dns.server-unreachable', { server }, { evidence: ['no answer in time'] });
}
