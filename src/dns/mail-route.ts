import { failed, type Outcome, type Problem, passed, unknown, warned } from '../core/index.ts';
import { problem } from '../problems/index.ts';
import type { RouteReport, Step } from '../run/index.ts';
import { addressesOf, type HostAddresses } from './addresses.ts';
import { toProblem } from './answer.ts';
import { isQualified, normalizeName } from './names.ts';
import type { MxRecord } from './records.ts';
import type { Resolver } from './resolver/resolver.ts';
import { shuffle } from './service/order.ts';
import { random } from './service/random.ts';

/** More gateways than anybody tries; the largest providers have five. */
const mostGateways = 16;

export interface MailGateway {
  readonly host: string;
  readonly preference: number;
  readonly addresses: readonly string[];
  /** Why it has no address; null when it has one. */
  readonly problem: Problem | null;
}

/** Where mail for a domain goes, in the order to try. `implicit`: to the domain's own address, without an MX record. */
export interface MailRoute {
  readonly domain: string;
  readonly kind: 'mx' | 'implicit';
  readonly gateways: readonly MailGateway[];
}

/**
 * Finds the gateways of a mail domain (RFC 5321 5.1): by preference, equal ones in random order, each with its
 * addresses. Tells the report about them in every case.
 *
 * @returns `failed` with `mx.null` (RFC 7505), `mx.no-address`, or why DNS leads nowhere; warned with `mx.implicit`
 */
export async function mailRoute(asked: string, resolver: Resolver, step: Step): Promise<Outcome<MailRoute>> {
  const domain = normalizeName(asked.trim());
  if (domain === null || !isQualified(domain)) {
    const reason = 'it is not a full domain name';
    return failed(problem('input.invalid', { argument: 'domain', value: asked, reason }));
  }
  report(step, domain, 'none', []);
  const answer = await resolver.ask(domain, 'MX', step);
  if (answer.kind === 'no-data') return implicitRoute(domain, resolver, step);
  if (answer.kind !== 'found') return broken(toProblem(answer, domain));
  const offered = answer.records.filter(({ exchange }) => exchange !== '.');
  if (offered.length === 0) {
    report(step, domain, 'null', []);
    return failed(problem('mx.null', { domain }, { evidence: [`${domain} MX 0 .`] }));
  }
  const ordered = orderGateways(offered).slice(0, mostGateways);
  const gateways = await Promise.all(ordered.map((record) => toGateway(domain, record, resolver, step)));
  report(step, domain, 'mx', gateways);
  const reachable = gateways.some(({ addresses }) => addresses.length > 0);
  const reason = gateways[0]?.problem ?? null;
  if (!reachable && reason !== null) return broken(reason);
  return passed({ domain, kind: 'mx', gateways });
}

async function implicitRoute(domain: string, resolver: Resolver, step: Step): Promise<Outcome<MailRoute>> {
  const host = await addressesOf(resolver, domain, step);
  if (host.kind !== 'found') return broken(host.problem ?? problem('dns.no-data', { name: domain }));
  const gateways = [{ host: domain, preference: 0, addresses: host.addresses, problem: null }];
  report(step, domain, 'implicit', gateways);
  return warned<MailRoute>({ domain, kind: 'implicit', gateways }, [problem('mx.implicit', { domain })]);
}

async function toGateway(
  domain: string,
  { exchange, preference }: MxRecord,
  resolver: Resolver,
  step: Step,
): Promise<MailGateway> {
  const host = await addressesOf(resolver, exchange, step);
  return { host: exchange, preference, addresses: host.addresses, problem: gatewayProblem(domain, host) };
}

/** A gateway without an address is the domain's fault; that nobody answered for it is not. */
function gatewayProblem(domain: string, { name, kind, problem: cause }: HostAddresses): Problem | null {
  if (cause === null) return null;
  if (kind === 'server-failure' || kind === 'no-answer') return cause;
  return problem('mx.no-address', { domain, host: name }, { evidence: cause.evidence, cause });
}

function orderGateways(records: readonly MxRecord[]): readonly MxRecord[] {
  return [...shuffle(records, random)].sort((a, b) => a.preference - b.preference);
}

/** A route that could not be looked for, because somebody cancelled, is not broken. */
function broken(found: Problem): Outcome<never> {
  return found.code === 'run.cancelled' ? unknown(found) : failed(found);
}

function report(step: Step, domain: string, kind: RouteReport['kind'], gateways: readonly MailGateway[]): void {
  const listed = gateways.map(({ problem: found, ...gateway }) => ({
    ...gateway,
    greeting: null,
    reached: 'not-tried' as const,
    duration: null,
    problem: found?.code ?? null,
  }));
  step.report({ route: { domain, kind, gateways: listed } });
}
