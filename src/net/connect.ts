import { type Socket, connect as tcpConnect } from 'node:net';
import { type Clock, deadline, err, familyOf, ok, type Problem, type Result, race, times } from '../core/index.ts';
import { problem } from '../problems/index.ts';
import type { Step } from '../run/index.ts';
import { netProblem, netTimeout, type Place } from './problem.ts';
import { expectListeners } from './run-end.ts';

export interface Target extends Place {
  /** IP addresses in the order of preference. */
  readonly addresses: readonly string[];
}

export interface Connection {
  readonly socket: Socket;
  readonly address: string;
  readonly port: number;
}

export interface Caller {
  readonly clock: Clock;
  readonly step: Pick<Step, 'exchange' | 'runSignal'>;
  readonly signal: AbortSignal;
}

/**
 * Connects to the first of a host's addresses that answers, raced as RFC 8305 says. The socket is the caller's to
 * close; it is destroyed at the end of the run in any case.
 */
export async function connect(target: Target, { clock, step, signal }: Caller): Promise<Result<Connection, Problem>> {
  const options = { stagger: times.connectStagger, clock, signal, discard: destroy };
  const { winner, failures } = await race(interleave(target.addresses), options, (address, own) =>
    connectOne(address, target, step, own),
  );
  if (winner !== null) return ok(winner.value);
  const first = failures[0]?.error ?? notTried(target, signal);
  const evidence = failures.map(({ item, error }) => `${item} port ${target.port}: ${error.evidence[0] ?? error.code}`);
  return err({ ...first, evidence });
}

function notTried(target: Target, signal: AbortSignal): Problem {
  if (signal.aborted) return netTimeout(target, signal);
  return problem('net.unreachable', { host: target.host, port: target.port }, { evidence: ['there is no address'] });
}

function destroy({ socket }: Connection): void {
  socket.destroy();
}

function connectOne(
  address: string,
  { host, port }: Place,
  step: Caller['step'],
  signal: AbortSignal,
): Promise<Result<Connection, Problem>> {
  const limit = deadline(signal, times.tcpConnect);
  const done = step.exchange('tcp', peerName(address, port), 'connect');
  return new Promise((resolve) => {
    const socket = tcpConnect({ host: address, port, noDelay: true });
    const finish = (result: Result<Connection, Problem>, said: string, roundTrips = 1) => {
      limit.clear();
      limit.signal.removeEventListener('abort', onEnd);
      socket.removeListener('error', onError);
      if (!result.ok) socket.destroy();
      done(said, roundTrips);
      resolve(result);
    };
    const onError = (error: Error) => finish(err(netProblem(error, { host, port })), error.message);
    const onEnd = () => finish(err(netProblem(null, { host, port }, limit.signal)), 'no answer', 0);
    socket.once('error', onError);
    socket.once('connect', () => {
      // A socket nobody listens to any more must not bring the process down when its peer resets it.
      socket.on('error', () => {});
      const onRunEnd = () => socket.destroy();
      expectListeners(step.runSignal);
      step.runSignal.addEventListener('abort', onRunEnd, { once: true });
      socket.once('close', () => step.runSignal.removeEventListener('abort', onRunEnd));
      finish(ok({ socket, address, port }), 'connected');
    });
    if (limit.signal.aborted) onEnd();
    else limit.signal.addEventListener('abort', onEnd, { once: true });
  });
}

/** `address:port`, with brackets where the address has colons. */
export function peerName(address: string, port: number): string {
  return familyOf(address) === 6 ? `[${address}]:${port}` : `${address}:${port}`;
}

/** Address families in turn, the family of the first address first (RFC 8305 section 4). */
export function interleave(addresses: readonly string[]): string[] {
  const leading = addresses[0] === undefined ? 6 : familyOf(addresses[0]);
  const one = addresses.filter((address) => familyOf(address) === leading);
  const other = addresses.filter((address) => familyOf(address) !== leading);
  return one.flatMap((address, i) => [address, ...other.slice(i, i + 1)]).concat(other.slice(one.length));
}
