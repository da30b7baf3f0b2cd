import { failed, type Outcome, type Problem, unknown } from '../../core/index.ts';
import { ended, problem } from '../../problems/index.ts';

/** What became of an endpoint that cannot be used. */
export interface EndpointFailure {
  readonly port: number;
  readonly problem: Problem;
}

/** What is wrong in an answering server is worth more than that another port did not answer. */
const telling: readonly ((code: string) => boolean)[] = [
  (code) => code.startsWith('tls.'),
  (code) => code === 'smtp.auth-not-offered',
  (code) => code === 'smtp.tls-not-offered',
  (code) => code.startsWith('smtp.'),
];

/**
 * The most telling problem of a host of which no endpoint can be used, with what every port said as evidence.
 *
 * @param failures best endpoint first
 */
export function noEndpoint(host: string, failures: readonly EndpointFailure[]): Outcome<never> {
  const [first, ...others] = failures;
  if (first === undefined) return failed(problem('smtp.no-secure-endpoint', { host }));
  if (others.length === 0) return ended(first.problem);
  const cancelled = failures.find((failure) => failure.problem.code === 'run.cancelled');
  if (cancelled !== undefined) return unknown(cancelled.problem);
  const found = mostTelling(failures);
  if (found === undefined) {
    // Where not one port answers, the way there is the likelier cause.
    const details = { evidence: failures.map(portLine), cause: first.problem, owner: 'network' } as const;
    return failed(problem('smtp.no-secure-endpoint', { host }, details));
  }
  const rest = failures.filter((failure) => failure !== found);
  return ended({ ...found.problem, evidence: [...found.problem.evidence, ...rest.map(portLine)] });
}

function mostTelling(failures: readonly EndpointFailure[]): EndpointFailure | undefined {
  for (const isTelling of telling) {
    const found = failures.find((failure) => isTelling(failure.problem.code));
    if (found !== undefined) return found;
  }
  return undefined;
}

function portLine({ port, problem: { code, evidence } }: EndpointFailure): string {
  return [`port ${port}: ${code}`, ...evidence.slice(0, 1)].join(', ');
}
