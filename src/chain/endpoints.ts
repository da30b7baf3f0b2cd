import type { ServerName } from './find-server.ts';
import type { ChainRequest, Security } from './request.ts';

interface Endpoint {
  readonly port: number;
  readonly security: Security;
}

/**
 * The relay's endpoints to try, best first: the one that was asked for, else what an SRV record says, else the
 * registered ones (RFC 8314: implicit TLS is preferred).
 */
export function endpointsOf({ endpoint, ports }: ChainRequest, fromSrv: ServerName['endpoint']): Endpoint[] {
  const registered: Endpoint[] = [
    { port: ports.submissions, security: 'implicit' },
    { port: ports.submission, security: 'starttls' },
    { port: ports.smtp, security: 'starttls' },
  ];
  const { port, security } = endpoint;
  if (port !== null) {
    const known = registered.find((one) => one.port === port)?.security ?? 'starttls';
    return [{ port, security: security ?? known }];
  }
  const all = fromSrv === null ? registered : [fromSrv, ...registered.filter((one) => one.port !== fromSrv.port)];
  return security === null ? all : all.filter((one) => one.security === security);
}
