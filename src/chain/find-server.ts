import { failed, hasValue, type Outcome, problemsOf } from '../core/index.ts';
import { findSubmissionServer, type ResolvedName, resolveName } from '../dns/index.ts';
import { problem } from '../problems/index.ts';
import type { NameReport, Step } from '../run/index.ts';
import type { NameSettings } from './probes/system.ts';
import type { ChainRequest, Security } from './request.ts';
import { mailDomain } from './user.ts';

export interface ServerName extends ResolvedName {
  readonly origin: NameReport['origin'];
  /** Port and kind of TLS, where an SRV record says them. */
  readonly endpoint: { readonly port: number; readonly security: Security } | null;
}

/** What people call their mail server when nobody told them its name. */
const commonNames = ['mail', 'smtp'];

/**
 * The server that was asked for. Without one: what the SRV records of the person's mail domain name (RFC 6186, RFC 8314),
 * then the common short names. All are asked at once and judged in this order.
 */
export function findServer(request: ChainRequest, settings: NameSettings, step: Step): Promise<Outcome<ServerName>> {
  return request.server === null
    ? searchServer(mailDomain(request) ?? settings.os.machineDomain, settings, step)
    : resolveAs('typed', request.server, null, settings, step);
}

async function searchServer(domain: string | null, settings: NameSettings, step: Step): Promise<Outcome<ServerName>> {
  const found: { name: NonNullable<Parameters<Step['report']>[0]['name']> }[] = [];
  const quietly = (place: number): Step => ({
    ...step,
    report: ({ name = {} }) => {
      found[place] = { name: { ...found[place]?.name, ...name } };
    },
  });
  const outcomes = await Promise.all([
    domain === null ? null : serverFromSrv(domain, settings, quietly(0)),
    ...commonNames.map((name, i) => resolveAs('short-name', name, null, settings, quietly(i + 1))),
  ]);
  // A decision that a better candidate needs comes before the success of a worse one.
  const best = outcomes.findIndex((outcome) => outcome !== null && (hasValue(outcome) || outcome.kind === 'unknown'));
  const place = best === -1 ? 1 : best;
  step.report(found[place] ?? {});
  const chosen = outcomes[place];
  if (best !== -1 && chosen) return chosen;
  return failed(nothingFound(domain, outcomes));
}

async function serverFromSrv(domain: string, settings: NameSettings, step: Step): Promise<Outcome<ServerName> | null> {
  const { candidates, problem: found } = await findSubmissionServer(domain, settings.resolver, step);
  for (const { host, port, security } of candidates) {
    const outcome = await resolveAs('srv', `${host}.`, { port, security }, settings, step);
    if (hasValue(outcome)) return outcome;
  }
  return found === null ? null : failed(found);
}

async function resolveAs(
  origin: ServerName['origin'],
  asked: string,
  endpoint: ServerName['endpoint'],
  { resolver, suffixes, ndots }: NameSettings,
  step: Step,
): Promise<Outcome<ServerName>> {
  const outcome = await resolveName({ asked, suffixes, ndots }, resolver, step);
  step.report({ name: { origin } });
  return hasValue(outcome) ? { ...outcome, value: { ...outcome.value, origin, endpoint } } : outcome;
}

function nothingFound(domain: string | null, outcomes: readonly (Outcome<unknown> | null)[]) {
  const problems = outcomes.flatMap((outcome) => (outcome === null ? [] : problemsOf(outcome)));
  const unreachable = problems.find(({ code }) => code === 'dns.server-unreachable');
  if (unreachable !== undefined) return unreachable;
  return problem(
    'dns.no-server-found',
    { domain: domain ?? '(unknown)' },
    {
      evidence: problems.flatMap(({ evidence }) => evidence),
      cause: problems[0],
      remedies: [{ option: 'server', value: 'NAME' }],
    },
  );
}
