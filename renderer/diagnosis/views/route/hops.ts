import type { Arrival, CustodyReport, GatewayReport, Report, RouteReport } from '../../../../src/run/index.ts';

/** The stations of a message, as far as a report knows them. Facts only; the words come later. */
export interface Hops {
  /** Whose mail it is; null where the run needed nobody. */
  readonly user: string | null;
  readonly relay: RelayHop;
  readonly gateway: GatewayHop;
  /** That it was seen in the mailbox; null where nobody looked, or it was not there. */
  readonly arrival: Arrival | null;
}

export type RelayHop =
  | { readonly kind: 'not-asked' }
  | { readonly kind: 'not-reached'; readonly host: string | null }
  | {
      readonly kind: 'reached';
      readonly host: string;
      readonly port: number;
      readonly security: 'implicit' | 'starttls';
      readonly protocol: string | null;
      readonly custody: Custody | null;
    };

export interface Custody {
  readonly state: CustodyReport['state'] | 'deferred';
  readonly host: string;
  readonly queueId: string | null;
  /** Recipients that were accepted, of all. */
  readonly accepted: number;
  readonly all: number;
}

export type GatewayHop =
  | { readonly kind: 'not-known' }
  | { readonly kind: 'none'; readonly domain: string; readonly isNullMx: boolean }
  | {
      readonly kind: 'known';
      readonly domain: string;
      readonly implicit: boolean;
      readonly gateways: readonly GatewayReport[];
    };

export function hopsOf(report: Report): Hops {
  const user = report.request?.options['user'];
  return {
    user: typeof user === 'string' && report.request?.goal !== 'route' ? user : null,
    relay: relayHop(report),
    gateway: gatewayHop(report.chain.route),
    arrival: report.chain.custody?.arrival ?? null,
  };
}

function relayHop({ chain: { relay, custody, name }, probes }: Report): RelayHop {
  if (!probes.some(({ id }) => id.startsWith('relay.'))) return { kind: 'not-asked' };
  if (relay === null || relay.port === null || relay.security === null)
    return { kind: 'not-reached', host: relay?.host || (name?.fqdn ?? null) };
  const { host, port, security, tls } = relay;
  return { kind: 'reached', host, port, security, protocol: tls?.protocol ?? null, custody: custodyOf(custody, host) };
}

function custodyOf(custody: CustodyReport | null, host: string): Custody | null {
  if (custody === null) return null;
  const { recipients, state, queueId, gateway } = custody;
  const isPutOff = recipients.length > 0 && recipients.every((one) => one.state === 'deferred');
  return {
    state: state === 'refused' && isPutOff ? 'deferred' : state,
    host: gateway ?? host,
    queueId,
    accepted: recipients.filter((one) => one.state === 'accepted').length,
    all: recipients.length,
  };
}

function gatewayHop(route: RouteReport | null): GatewayHop {
  if (route === null) return { kind: 'not-known' };
  const { domain, kind, gateways } = route;
  if (gateways.length === 0) return { kind: 'none', domain, isNullMx: kind === 'null' };
  return { kind: 'known', domain, implicit: kind === 'implicit', gateways };
}
