import { deadline, hasValue, type Outcome, passed, times } from '../../core/index.ts';
import { isDecided, type NamedServer, serverKey } from '../../discovery/index.ts';
import { addressesOf } from '../../dns/index.ts';
import { openMailbox } from '../../mailbox/index.ts';
import { type Trust, talkOf } from '../../net/index.ts';
import { defineProbe, type Step } from '../../run/index.ts';
import { openEndpoints } from '../../submission/index.ts';
import { heloName } from '../helo.ts';
import { maskOf } from '../mask.ts';
import type { ChainPorts, ChainProbe } from '../ports.ts';
import type { NameSettings } from './system.ts';

/** More servers than these are never tried: somebody could name a thousand, and have us knock at each. */
const mostServers = 16;

/** Whether servers were reached over TLS that proves their name, by `serverKey`. */
export type Proven = ReadonlyMap<string, boolean>;

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
      const rest = deadline(step.signal);
      let isOver = false;
      const leaveRest = () => {
        isOver = true;
        rest.end();
      };
      const work = tried.map(async (server) => {
        const isProven = await prove(server, settings, trust, ports, { ...step, signal: rest.signal });
        // Whoever was left alone has not failed.
        if (isProven || !isOver) proven.set(serverKey(server), isProven);
        if (isDecided(tried, proven)) ports.clock.sleep(times.otherSources, rest.signal).then(leaveRest, () => {});
      });
      await Promise.all(work);
      rest.end();
      rest.clear();
      return passed(proven);
    },
  });
}

type Tried = NamedServer & { readonly security: 'implicit' | 'starttls' };

/** JMAP and Exchange are web services: what is found there is found by asking them, not by a greeting. */
function isTried(server: NamedServer): server is Tried {
  return server.security !== 'plain' && server.service !== 'jmap' && server.service !== 'exchange';
}

async function prove(
  { service, host, port, security }: Tried,
  settings: NameSettings,
  trust: Trust,
  ports: ChainPorts,
  step: Step,
): Promise<boolean> {
  const { addresses } = await addressesOf(settings.resolver, host, step);
  if (addresses.length === 0) return false;
  const deps = { clock: ports.clock, trust, mask: maskOf(ports) };
  if (service === 'submission') {
    const helo = heloName(ports.recorder.hostname, settings.os.machineDomain);
    const race = openEndpoints({ host, addresses, endpoints: [{ port, security }] }, { ...deps, helo }, step);
    return hasValue(await race.best(step));
  }
  const protocol = service === 'imap' ? 'imap' : 'pop3';
  const opened = await openMailbox({ protocol, host, addresses, port, security }, deps, talkOf(step), {
    address: null,
    greeting: null,
    tls: null,
  });
  if (opened.ok) step.defer(() => opened.value.session.quit());
  return opened.ok;
}
