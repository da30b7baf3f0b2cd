import { createAttemptBudget, Secret, systemClock, version } from '../core/index.ts';
import { nodeRecorder } from '../platform/index.ts';
import { type RequestSummary, type RunEvent, runPlan } from '../run/index.ts';
import { makePlan } from './plan.ts';
import type { ChainPorts } from './ports.ts';
import type { ChainRequest, RequestSecrets } from './request.ts';

/**
 * Runs what a request asks for, as a stream of events. Never throws.
 *
 * @param run id of the run
 * @param signal cancels it; the stream then ends within a second
 */
export function runChain(
  request: ChainRequest,
  secrets: RequestSecrets,
  run: string,
  signal: AbortSignal,
): AsyncGenerator<RunEvent> {
  const ports: ChainPorts = {
    clock: systemClock,
    recorder: nodeRecorder(),
    password: secretOf(secrets.password),
    relayPassword: secretOf(secrets.relayPassword),
    attempts: createAttemptBudget(),
  };
  const header = { run, waypost: version, request: summaryOf(request), timeout: request.timeout };
  return runPlan(makePlan(request), ports, signal, header);
}

function secretOf(text: string | null): Secret | null {
  return text === null ? null : new Secret(text);
}

/** The request as the report shows it: what was asked, without contents of messages, files and certificates. */
function summaryOf(request: ChainRequest): RequestSummary {
  const { goal, server, user, domain, site, destination, to, from, relayUser, search, endpoint, dns } = request;
  const options = {
    server,
    user,
    domain,
    site,
    destination,
    to: [...to],
    from,
    relayUser,
    search: search && [...search],
    dns: dns.map(({ address, port }) => `${address}:${port}`),
    compareDns: request.compareDns.map(({ address, port }) => `${address}:${port}`),
    port: endpoint.port,
    security: endpoint.security,
    approvedDomains: [...request.approvedDomains],
    allowHttp: request.allowHttp || null,
    tellAddress: request.tellAddress || null,
    validatingResolvers: [...request.validatingResolvers],
    hearAll: request.hearAll || null,
    dsn: request.message.dsn || null,
    requireTls: request.message.requireTls || null,
    send: request.send,
    readBack: request.readBack || null,
    timeout: request.timeout,
    ca: request.ca !== null,
  };
  const given = Object.entries(options).filter(([, value]) => isGiven(value));
  return { goal, options: Object.fromEntries(given) as RequestSummary['options'] };
}

function isGiven(value: unknown): boolean {
  return value !== null && !(Array.isArray(value) && value.length === 0);
}
