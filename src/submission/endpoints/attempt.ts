import { deadline, type EndReason, err, ok, type Problem, type Result } from '../../core/index.ts';
import { netProblem } from '../../net/index.ts';
import { problem } from '../../problems/index.ts';
import type { Step } from '../../run/index.ts';
import { type Capabilities, noCapabilities } from '../session/capabilities.ts';
import { type Endpoint, type Host, openSession, type SessionDeps, type Sightings } from '../session/open.ts';
import type { VerifiedSession } from '../session/session.ts';

/** One endpoint being opened. `settled` resolves once it is ready or cannot be used, and never rejects. */
export interface Attempt {
  readonly endpoint: Endpoint;
  readonly seen: Readonly<Sightings>;
  /** What was offered after TLS, also by a server that cannot be used. */
  offered(): Capabilities;
  readonly settled: Promise<void>;
  /** null while it is trying. */
  result(): Result<VerifiedSession, Problem> | null;
  /** Has its TCP connection and may still become ready. */
  moving(): boolean;
  /** Milliseconds until it settled, or so far. */
  duration(): number;
  /** Gives it up; it settles at once. */
  end(reason?: EndReason): void;
}

/** Starts to open an endpoint. It lives until it is ended, at most until the end of the run. */
export function startAttempt(host: Host, endpoint: Endpoint, deps: SessionDeps, step: Step): Attempt {
  const life = deadline(step.runSignal);
  const seen: Sightings = { address: null, greeting: null, tls: null };
  const startedAt = deps.clock.now();
  let result: Result<VerifiedSession, Problem> | null = null;
  let duration: number | null = null;
  let offered = noCapabilities;

  const settle = (end: Result<VerifiedSession, Problem>) => {
    result = end;
    duration = deps.clock.now() - startedAt;
    life.clear();
  };
  const open = async () => {
    const opened = await openSession(host, endpoint, deps, { step, signal: life.signal }, seen);
    if (opened.ok) offered = opened.value.capabilities;
    settle(opened.ok ? demandAuth(opened.value) : opened);
  };
  return {
    endpoint,
    seen,
    offered: () => offered,
    settled: open().catch((error) => settle(err(netProblem(error, { host: host.host, port: endpoint.port })))),
    result: () => result,
    moving: () => result === null && seen.address !== null,
    duration: () => duration ?? deps.clock.now() - startedAt,
    end: life.end,
  };
}

/** A port that takes no sign-ins is no place to submit mail (RFC 6409 4.3), however secure it is. */
function demandAuth(session: VerifiedSession): Result<VerifiedSession, Problem> {
  if (session.capabilities.mechanisms.length > 0) return ok(session);
  session.quit();
  const { host, port } = session.peer;
  return err(problem('smtp.auth-not-offered', { host, port }));
}
