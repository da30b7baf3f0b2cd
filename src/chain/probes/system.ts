import { X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import { failed, type Outcome, passed, times } from '../../core/index.ts';
import { createResolver, type Resolver, type SuffixSetting } from '../../dns/index.ts';
import { createTrust, type Trust } from '../../net/index.ts';
import { approves, type OsDnsConfig, readOsDns, readTrustStore } from '../../platform/index.ts';
import { problem } from '../../problems/index.ts';
import { defineProbe } from '../../run/index.ts';
import type { ChainPorts, ChainProbe } from '../ports.ts';
import type { ChainRequest } from '../request.ts';

/** How names are resolved here: the system's settings, with what the request puts in their place. */
export interface NameSettings {
  readonly os: OsDnsConfig;
  readonly resolver: Resolver;
  readonly suffixes: readonly SuffixSetting[];
  readonly ndots: number;
}

export function nameSettings(request: ChainRequest): ChainProbe<NameSettings> {
  return defineProbe({
    id: 'os.dns',
    deadline: times.osSettings,
    run: async (_: object, { recorder, clock }: ChainPorts, step) => {
      const done = step.exchange('system', 'this machine', 'DNS settings', 0);
      const os = await readOsDns(recorder, step.signal);
      done(describeSettings(os));
      for (const note of os.notes) step.line('system', os.source, 'note', note);
      const servers = request.dns.length > 0 ? request.dns : os.servers;
      const { attempts, rotate, useTcp = false } = os;
      const timeout = Math.min(os.timeout, times.dnsAttempt);
      const resolver = createResolver({ servers, timeout, attempts, rotate, useTcp }, { clock });
      return passed({ os, resolver, suffixes: suffixesOf(request, os), ndots: os.ndots });
    },
  });
}

function suffixesOf(request: ChainRequest, os: OsDnsConfig): SuffixSetting[] {
  if (request.search !== null) {
    return request.search.map((suffix) => ({ suffix, source: '--search', approves: true }));
  }
  return os.search.map(({ suffix, source, origin }) => ({ suffix, source, approves: approves(origin) }));
}

function describeSettings({ source, servers, search, ndots }: OsDnsConfig): string {
  const suffixes = search.map(({ suffix, origin }) => `${suffix} (${origin})`).join(', ') || 'none';
  return `${source}: servers ${servers.map(({ address }) => address).join(', ') || 'none'}; search ${suffixes}; ndots ${ndots}`;
}

/** Whom this machine trusts, with the issuers that the request adds. */
export function trust(request: ChainRequest, settings: ChainProbe<NameSettings>): ChainProbe<Trust> {
  return defineProbe({
    id: 'os.trust',
    // Not for its outcome: reading hundreds of certificates must not keep the first questions to DNS waiting.
    considers: { settings },
    deadline: times.osSettings,
    run: async (_: object, { clock, recorder }: ChainPorts, step): Promise<Outcome<Trust>> => {
      await clock.sleep(times.heavyWork, step.signal);
      const done = step.exchange('system', 'this machine', 'trusted issuers', 0);
      const store = await readTrustStore(recorder, step.signal);
      const added = request.ca === null ? [] : [request.ca];
      done(`${store.certificates.length} from ${store.source}${added.length > 0 ? ', and those given with --ca' : ''}`);
      for (const note of store.notes) step.line('system', store.source, 'note', note);
      if (!added.every(isCertificate)) {
        const reason = 'it holds no certificate in PEM form';
        return failed(problem('input.invalid', { argument: '--ca', value: '(its content)', reason }));
      }
      const trusted = createTrust([...store.certificates, ...added]);
      readyForTls(trusted);
      return passed(trusted);
    },
  });
}

/** Does now, while the first answers are on their way, what the first TLS handshake would wait for: some 50 ms. */
function readyForTls({ context }: Trust): boolean {
  // Node compiles the pattern by which it tells addresses from names when it first meets a name.
  return isIP('name') === 0 && context !== null;
}

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).subject !== undefined;
  } catch {
    return false;
  }
}
