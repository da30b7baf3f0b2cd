import { deadline, err, ok, type Result, race, times } from '../../core/index.ts';
import { interleave } from '../../net/index.ts';
import { problem } from '../../problems/index.ts';
import { type Candidate, sameName } from './candidate.ts';
import type { PingReply } from './cldap.ts';
import { ping } from './ping.ts';
import type { Locator } from './types.ts';

/** The netlogon pings of one search. What they answer orders the candidates; nothing is proven by it. */
export interface Pings {
  /** Pings these one after the other, staggered, until one of all has answered well. */
  add(candidates: readonly Candidate[]): void;
  /** Pings this one now, if that has not been done; resolves when it has answered or will not. */
  of(candidate: Candidate): Promise<void>;
  end(): void;
}

/** A multi-homed DC is pinged at no more of its addresses. */
const addressesToPing = 2;

/** @param onReply called when a candidate's sighting has been filled in from its answer */
export function makePings(locator: Locator, onReply: (candidate: Candidate) => void): Pings {
  const { clock, step } = locator;
  const limit = deadline(step.signal, times.cldapPing);
  const asked = new Map<Candidate, Promise<void>>();
  let satisfied = false;

  const ask = async (candidate: Candidate) => {
    const startedAt = clock.now();
    const reply = await pingAddresses(candidate, locator, limit.signal);
    if (reply === null) return;
    note(candidate, reply, locator);
    candidate.seen.ping = clock.now() - startedAt;
    satisfied ||= candidate.seen.answer?.serving === true && candidate.seen.denial === null;
    onReply(candidate);
  };
  const of = (candidate: Candidate) => {
    const known = asked.get(candidate) ?? ask(candidate);
    asked.set(candidate, known);
    return known;
  };
  const inTurn = async (candidates: readonly Candidate[]) => {
    for (const candidate of candidates) {
      if (satisfied || limit.signal.aborted) return;
      void of(candidate);
      await clock.sleep(times.cldapStagger, limit.signal).catch(() => {});
    }
  };
  return {
    of,
    add: (candidates) => void inTurn(candidates),
    end() {
      limit.end();
      limit.clear();
    },
  };
}

async function pingAddresses(
  candidate: Candidate,
  { clock, step, question }: Locator,
  signal: AbortSignal,
): Promise<PingReply | null> {
  const addresses = interleave(await candidate.addresses).slice(0, addressesToPing);
  const options = { stagger: times.cldapStagger, clock, signal, discard: () => {} };
  const { winner } = await race(addresses, options, async (address, own): Promise<Result<PingReply, null>> => {
    const reply = await ping({ address, port: candidate.target.port, domain: question.domain }, step, own);
    return reply === null ? err(null) : ok(reply);
  });
  return winner?.value ?? null;
}

function note({ seen, target }: Candidate, reply: PingReply, { question }: Locator): void {
  const { host } = target;
  const { domain } = question;
  if (reply.kind === 'answer') seen.answer = reply.answer;
  if (reply.kind === 'answer' && sameName(reply.answer.domain, domain)) return;
  const said = reply.kind === 'answer' ? `it answers for the domain ${reply.answer.domain}` : 'it has no answer for it';
  seen.denial = problem('dc.not-a-dc', { host, domain }, { evidence: [said] });
}
