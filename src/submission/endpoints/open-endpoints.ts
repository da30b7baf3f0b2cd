import { endedByDeadline, type Outcome, passed, times, untilAborted } from '../../core/index.ts';
import type { EndpointReport, Step, TlsReport } from '../../run/index.ts';
import type { Endpoint, Host, SessionDeps } from '../session/open.ts';
import type { VerifiedSession } from '../session/session.ts';
import { type Attempt, startAttempt } from './attempt.ts';
import { decide } from './decide.ts';
import { endpointReport } from './survey.ts';
import { type EndpointFailure, noEndpoint } from './verdict.ts';

export interface RelayTarget extends Host {
  /** Best first. */
  readonly endpoints: readonly Endpoint[];
}

/** A relay that is ready for a sign-in: verified TLS, EHLO answered, AUTH offered. Nobody has signed in yet. */
export interface OpenRelay {
  readonly host: string;
  readonly address: string;
  readonly port: number;
  readonly security: Endpoint['security'];
  /** EHLO keywords after TLS. */
  readonly extensions: readonly string[];
  readonly mechanisms: readonly string[];
  readonly tls: TlsReport;
  readonly session: VerifiedSession;
}

export interface EndpointRace {
  /**
   * The endpoint to go on with. Without one: the most telling problem (`tls.*`, `smtp.*`), or
   * `smtp.no-secure-endpoint` with the cause. When `step` ends first, what is ready by then is taken.
   */
  best(step: Step): Promise<Outcome<OpenRelay>>;
  /** A row for each endpoint, once all are done or `times.endpointSurvey` after one was chosen. */
  survey(step: Step): Promise<readonly EndpointReport[]>;
  /**
   * A session of an endpoint that was not chosen, for what is asked without signing in; null when none got ready by the
   * end of the survey. It is the asker's from then on.
   */
  spare(step: Step): Promise<VerifiedSession | null>;
}

/**
 * Opens all endpoints of a relay at once, without credentials. Of those that are not chosen, the first to be ready is kept
 * as a spare; the others say QUIT.
 *
 * @param step whose probe the exchanges belong to; the sessions live until the end of its run
 */
export function openEndpoints(target: RelayTarget, deps: SessionDeps, step: Step): EndpointRace {
  const attempts = target.endpoints.map((endpoint) => startAttempt(target, endpoint, deps, step));
  const chosen = decide(attempts, deps.clock, step.runSignal);
  let winner: Attempt | null = null;
  let keep: (session: VerifiedSession | null) => void = () => {};
  const kept = new Promise<VerifiedSession | null>((resolve) => {
    keep = resolve;
  });
  const surveyed = chosen
    .then((chosenOne) => {
      winner = chosenOne;
      return dismissOthers(attempts, chosenOne, deps, step, keep);
    })
    .finally(() => keep(null));

  const best = async (asking: Step): Promise<Outcome<OpenRelay>> => {
    const taken = await untilAborted(chosen, asking.signal).catch(() => {
      for (const attempt of attempts) attempt.end(endedByDeadline(asking.signal) ? 'deadline' : 'cancelled');
      return chosen;
    });
    const result = taken?.result();
    if (!taken || !result?.ok) return noEndpoint(target.host, attempts.flatMap(failureOf));
    asking.defer(() => result.value.quit());
    return passed(openRelay(taken.endpoint, result.value));
  };

  const survey = async (asking: Step): Promise<readonly EndpointReport[]> => {
    await untilAborted(surveyed, asking.signal).catch(() => {});
    return attempts.map((attempt) => endpointReport(attempt, winner));
  };

  const spare = async (asking: Step): Promise<VerifiedSession | null> => {
    const session = await untilAborted(kept, asking.signal).catch(() => null);
    if (session !== null) asking.defer(() => session.quit());
    return session;
  };

  return { best, survey, spare };
}

/** The first to be ready is kept; the others leave as soon as they are ready, or when the survey ends. */
async function dismissOthers(
  attempts: readonly Attempt[],
  winner: Attempt | null,
  { clock }: SessionDeps,
  step: Step,
  keep: (session: VerifiedSession) => void,
): Promise<void> {
  const others = attempts.filter((attempt) => attempt !== winner);
  let kept = false;
  const left = others.map(async (attempt) => {
    await attempt.settled;
    const result = attempt.result();
    if (!result?.ok) return;
    if (kept) return result.value.quit();
    kept = true;
    keep(result.value);
  });
  const over = clock.sleep(times.endpointSurvey, step.runSignal).catch(() => {});
  await Promise.race([Promise.all(left), over]);
  for (const attempt of others) attempt.end();
  await Promise.all(left);
}

function failureOf(attempt: Attempt): EndpointFailure[] {
  const result = attempt.result();
  return result === null || result.ok ? [] : [{ port: attempt.endpoint.port, problem: result.error }];
}

function openRelay({ security }: Endpoint, session: VerifiedSession): OpenRelay {
  const { peer, capabilities, tls } = session;
  const { keywords: extensions, mechanisms } = capabilities;
  return { ...peer, security, extensions, mechanisms, tls, session };
}
