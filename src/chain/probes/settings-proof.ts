import { deadline, type Outcome, type Problem, problemsOf, times, warned } from '../../core/index.ts';
import { isDecided, type NamedServer, serverKey } from '../../discovery/index.ts';
import { addressesOf } from '../../dns/index.ts';
import { openMailbox } from '../../mailbox/index.ts';
import { expectListeners, type Trust, talkOf } from '../../net/index.ts';
import { problem } from '../../problems/index.ts';
import { defineProbe, type Step } from '../../run/index.ts';
import { openEndpoints } from '../../submission/index.ts';
import { heloName } from '../helo.ts';
import { maskOf } from '../mask.ts';
import type { ChainPorts, ChainProbe } from '../ports.ts';
import type { NameSettings } from './system.ts';

/** More servers than these are never tried: somebody could name a thousand, and have us knock at each. */
const mostServers = 16;

/** Of each server that was tried, by `serverKey`: why it was not reached over TLS that proves its name; null if it was. */
export type Proven = ReadonlyMap<string, Problem | null>;

interface ProofNeeds {
  readonly settings: ChainProbe<NameSettings>;
  readonly trust: ChainProbe<Trust>;
  readonly named: ChainProbe<readonly NamedServer[]>;
}

/**
 * Tries every server that was named, all at once and without credentials: TLS, certificate, greeting, capabilities. Those that can
 * no longer win are left alone soon.
 */
export function settingsProof(needs: ProofNeeds): ChainProbe<Proven> {
  return defineProbe({
    id: 'settings.proof',
    needs: { ...needs },
    deadline: times.settingsProof,
    aside: true,
    run: async ({ settings, trust, named }, ports: ChainPorts, step): Promise<Outcome<Proven>> => {
      const tried = named.filter(isTried).slice(0, mostServers);
      const proven = new Map<string, boolean>();
      const faults = new Map<string, Problem | null>();
      const rest = deadline(step.signal);
      expectListeners(rest.signal);
      let isOver = false;
      const leaveRest = () => {
        isOver = true;
        rest.end();
      };
      const work = tried.map(async (server) => {
        const { fault, alias } = await prove(server, settings, trust, ports, { ...step, signal: rest.signal });
        // Whoever was left alone has not failed.
        if (fault === null || !isOver) {
          proven.set(serverKey(server), fault === null);
          faults.set(serverKey(server), fault);
        }
        if (isDecided(tried, proven)) ports.clock.sleep(times.otherSources, rest.signal).then(leaveRest, () => {});
        return alias === null ? [] : aliasProblems(server, alias);
      });
      const aliases = await Promise.all(work);
      rest.end();
      rest.clear();
      return warned(faults, aliases.flat());
    },
  });
}

type Tried = NamedServer & { readonly security: 'implicit' | 'starttls' };

/** JMAP and Exchange are web services: what is found there is found by asking them, not by a greeting. */
function isTried(server: NamedServer): server is Tried {
  return server.security !== 'plain' && server.service !== 'jmap' && server.service !== 'exchange';
}

interface Proof {
  readonly fault: Problem | null;
  /** The name that its own is an alias of; null when it has addresses itself. */
  readonly alias: string | null;
}

async function prove(
  server: Tried,
  settings: NameSettings,
  trust: Trust,
  ports: ChainPorts,
  step: Step,
): Promise<Proof> {
  const { addresses, canonicalNames, problem: unknownHost } = await addressesOf(settings.resolver, server.host, step);
  const fault = unknownHost ?? (await faultOf(server, addresses, settings, trust, ports, step));
  return { fault, alias: canonicalNames.at(-1) ?? null };
}

/** Only SRV records must not point to an alias (RFC 2782); everywhere else it is good practice. */
function aliasProblems({ host, sources }: Tried, alias: string): readonly Problem[] {
  return sources
    .filter(({ source }) => source === 'dns')
    .map(({ origin }) => problem('settings.srv-alias', { name: origin, host, alias }));
}

async function faultOf(
  { service, host, port, security }: Tried,
  addresses: readonly string[],
  settings: NameSettings,
  trust: Trust,
  ports: ChainPorts,
  step: Step,
): Promise<Problem | null> {
  const deps = { clock: ports.clock, trust, mask: maskOf(ports) };
  if (service === 'submission') {
    const helo = heloName(ports.recorder.hostname, settings.os.machineDomain);
    const race = openEndpoints({ host, addresses, endpoints: [{ port, security }] }, { ...deps, helo }, step);
    return problemsOf(await race.best(step))[0] ?? null;
  }
  const protocol = service === 'imap' ? 'imap' : 'pop3';
  const opened = await openMailbox({ protocol, host, addresses, port, security }, deps, talkOf(step), {
    address: null,
    greeting: null,
    tls: null,
  });
  if (!opened.ok) return opened.error;
  step.defer(() => opened.value.session.quit());
  return null;
}
