import type { Problem, Result } from '../../core/index.ts';
import { err, ok } from '../../core/index.ts';
import { protocolError, resultProblem } from './problem.ts';
import type { LdapMessage, LdapResult, RawEntry } from './response.ts';

/** Bytes that one answer may have, all its messages together. */
export const answerLimit = 1024 * 1024;

export interface Answer {
  readonly result: LdapResult;
  readonly entries: readonly RawEntry[];
  readonly references: readonly string[];
}

/** A request that waits for its answer. */
export interface Waiting {
  readonly ends: 'bind' | 'done';
  settle(result: Result<Answer, Problem>): void;
}

/** What is gathered of the answers to the requests of one connection. */
export interface AnswerCollector {
  wait(id: number, waiting: Waiting): void;
  /** Takes one message; answers what is wrong with it, if something is: then the connection is of no use any more. */
  take(message: LdapMessage, size: number): Problem | null;
  /** Answers everybody who still waits. */
  fail(found: Problem): void;
}

interface Gathered extends Waiting {
  readonly entries: RawEntry[];
  readonly references: string[];
  size: number;
}

export function collectAnswers(host: string): AnswerCollector {
  const open = new Map<number, Gathered>();
  return {
    wait: (id, { ends, settle }) => void open.set(id, { ends, settle, entries: [], references: [], size: 0 }),
    take({ id, response }, size) {
      // Notice of disconnection (RFC 4511 4.4.1).
      if (id === 0 && response.kind === 'extended') return resultProblem(response.result, host);
      const own = open.get(id);
      if (own === undefined) return protocolError(host, `an answer to request ${id}, which nobody made`);
      own.size += size;
      if (own.size > answerLimit) return protocolError(host, `an answer of more than ${answerLimit} bytes`);
      if (response.kind === 'entry' && own.ends === 'done') own.entries.push(response.entry);
      else if (response.kind === 'reference' && own.ends === 'done') own.references.push(...response.uris);
      else if (response.kind === own.ends) {
        open.delete(id);
        own.settle(ok({ result: response.result, entries: own.entries, references: own.references }));
      } else return protocolError(host, `an answer of another kind: ${response.kind}`);
      return null;
    },
    fail(found) {
      for (const { settle } of open.values()) settle(err(found));
      open.clear();
    },
  };
}
