import { type Deadline, deadline, times, untilAborted } from '../../core/index.ts';
import { expectListeners } from '../../net/index.ts';
import type { Step } from '../../run/index.ts';
import type { Question } from '../transport/ask-server.ts';
import { describeMessage } from '../wire/describe.ts';
import { askServers, type Reply } from './ask-servers.ts';
import type { ResolverContext } from './context.ts';

interface Entry {
  readonly reply: Promise<Reply>;
  readonly limit: Deadline;
  askers: number;
  settled: boolean;
}

/** Asks a question, or takes part in the one that was asked already. Rejects only when `step.signal` aborts. */
export type AskOnce = (question: Question, step: Step) => Promise<Reply>;

/** Puts each question to the servers once in a run: who asks it again gets the same answer. */
export function rememberReplies(context: ResolverContext): AskOnce {
  const entries = new Map<string, Entry>();
  return async (question, step) => {
    const key = `${question.type} ${question.name}`;
    const known = entries.get(key);
    if (known !== undefined) return takePart(known, question, step);
    const entry = start(question, context, step);
    entries.set(key, entry);
    // A question that everybody has given up was not answered, and may be asked again.
    entry.limit.signal.addEventListener('abort', () => entry.askers === 0 && entries.delete(key), { once: true });
    return attend(entry, step);
  };
}

function start(question: Question, context: ResolverContext, step: Step): Entry {
  expectListeners(step.runSignal);
  // The run's signal, not the step's: another probe may be waiting for the same answer.
  const limit = deadline(step.runSignal, times.dnsName);
  const reply = askServers(question, context, { step, signal: limit.signal });
  const entry: Entry = { reply, limit, askers: 0, settled: false };
  const settle = () => {
    entry.settled = true;
    limit.clear();
  };
  reply.then(settle, settle);
  return entry;
}

/** The answer as evidence in the asker's own step, without a further round trip when it is known already. */
async function takePart(entry: Entry, { name, type }: Question, step: Step): Promise<Reply> {
  const done = step.exchange('dns', 'this run', `${name} ${type}`, entry.settled ? 0 : 1);
  try {
    const reply = await attend(entry, step);
    done(`${describeReply(reply)}, asked before`);
    return reply;
  } catch (error) {
    done('given up', 0);
    throw error;
  }
}

/** Waits as long as the asker's step does. A question that nobody waits for any more ends. */
async function attend(entry: Entry, step: Step): Promise<Reply> {
  entry.askers++;
  try {
    return await untilAborted(entry.reply, step.signal);
  } finally {
    entry.askers--;
    if (entry.askers === 0 && !entry.settled) entry.limit.end();
  }
}

function describeReply(reply: Reply): string {
  switch (reply.kind) {
    case 'message':
      return `${describeMessage(reply.message)} from ${reply.server}`;
    case 'server-failure':
      return `${reply.rcode} from ${reply.server}`;
    case 'no-answer':
      return 'no answer';
  }
}
