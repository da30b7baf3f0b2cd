import { deadline, type Outcome, type Problem, problemsOf, times, warned } from '../../core/index.ts';
import { isDecided, type NamedServer, type Sighting, serverKey, type Trial } from '../../discovery/index.ts';
import { addressesOf } from '../../dns/index.ts';
import { openMailbox, passwordsOf } from '../../mailbox/index.ts';
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

/** Of each server that was tried, by `serverKey`. */
export type Proven = ReadonlyMap<string, Trial>;

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
      const trials = new Map<string, Trial>();
      const rest = deadline(step.signal);
      expectListeners(rest.signal);
      let isOver = false;
      const leaveRest = () => {
        isOver = true;
        rest.end();
      };
      const work = tried.map(async (server) => {
        const { fault, seen, alias } = await prove(server, settings, trust, ports, { ...step, signal: rest.signal });
        // Whoever was left alone has not failed.
        if (fault === null || !isOver) {
          proven.set(serverKey(server), fault === null);
          trials.set(serverKey(server), { fault, seen });
        }
        if (isDecided(tried, proven)) ports.clock.sleep(times.otherSources, rest.signal).then(leaveRest, () => {});
        return alias === null ? [] : aliasProblems(server, alias);
      });
      const aliases = await Promise.all(work);
      rest.end();
      rest.clear();
      return warned(trials, aliases.flat());
    },
  });
}

type Tried = NamedServer & { readonly security: 'implicit' | 'starttls' };

/** JMAP and Exchange are web services: what is found there is found by asking them, not by a greeting. */
function isTried(server: NamedServer): server is Tried {
  return server.security !== 'plain' && server.service !== 'jmap' && server.service !== 'exchange';
}

interface Proof extends Trial {
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
  const alias = canonicalNames.at(-1) ?? null;
  if (unknownHost !== null) return { fault: unknownHost, seen: nothingSeen, alias };
  return { ...(await tryOut(server, addresses, settings, trust, ports, step)), alias };
}

const nothingSeen: Sighting = {
  address: null,
  greeting: null,
  tls: null,
  capabilities: [],
  mechanisms: [],
  passwords: null,
};

/** Only SRV records must not point to an alias (RFC 2782); everywhere else it is good practice. */
function aliasProblems({ host, sources }: Tried, alias: string): readonly Problem[] {
  return sources
    .filter(({ source }) => source === 'dns')
    .map(({ origin }) => problem('settings.srv-alias', { name: origin, host, alias }));
}

async function tryOut(
  { service, host, port, security }: Tried,
  addresses: readonly string[],
  settings: NameSettings,
  trust: Trust,
  ports: ChainPorts,
  step: Step,
): Promise<Trial> {
  const deps = { clock: ports.clock, trust, mask: maskOf(ports) };
  if (service === 'submission') {
    const helo = heloName(ports.recorder.hostname, settings.os.machineDomain);
    const race = openEndpoints({ host, addresses, endpoints: [{ port, security }] }, { ...deps, helo }, step);
    const fault = problemsOf(await race.best(step))[0] ?? null;
    const [endpoint] = await race.survey(step);
    if (endpoint === undefined) return { fault, seen: nothingSeen };
    const { address, greeting, tls, extensions, mechanisms } = endpoint;
    const passwords = fault === null ? passwordsOf(mechanisms, false) : null;
    return { fault, seen: { address, greeting, tls, capabilities: extensions, mechanisms, passwords } };
  }
  const protocol = service === 'imap' ? 'imap' : 'pop3';
  const seen = { ...nothingSeen };
  const opened = await openMailbox({ protocol, host, addresses, port, security }, deps, talkOf(step), seen);
  if (!opened.ok) return { fault: opened.error, seen };
  const { session, capabilities, mechanisms, passwords } = opened.value;
  step.defer(() => session.quit());
  return { fault: null, seen: { ...seen, capabilities: [...capabilities], mechanisms: [...mechanisms], passwords } };
}
