import {
  cutList,
  failed,
  hasValue,
  type Outcome,
  type Problem,
  passed,
  problemsOf,
  times,
  warned,
} from '../../core/index.ts';
import { type Heard, mergeServers, type NamedServer, rankServers, remarksOn } from '../../discovery/index.ts';
import { problem } from '../../problems/index.ts';
import { defineProbe, type FoundSettings, type RankedServer } from '../../run/index.ts';
import { approvalFor } from '../approval.ts';
import type { ChainPorts, ChainProbe } from '../ports.ts';
import { approvableDomain, loadPublicSuffixes } from '../registrable.ts';
import type { Search, SourceProbe } from './settings.ts';
import type { Proven } from './settings-proof.ts';

/** All servers that any source named, each once; `settings.none-found` when there is none, or that DNS was silent. */
export function namedServers(
  search: ChainProbe<Search>,
  sources: readonly SourceProbe[],
): ChainProbe<readonly NamedServer[]> {
  return defineProbe({
    id: 'settings.named',
    needs: { search },
    considers: Object.fromEntries(sources.map((one) => [one.id, one])),
    deadline: times.osSettings,
    run: async ({ search, ...heard }, _: ChainPorts): Promise<Outcome<readonly NamedServer[]>> => {
      const outcomes = Object.entries(heard);
      const named = mergeServers(outcomes.map(([id, outcome]) => heardFrom(id, outcome)));
      if (named.length > 0) return passed(named);
      const silence = outcomes.flatMap(([, outcome]) => problemsOf(outcome)).find(isSilence);
      if (silence !== undefined) return failed(silence);
      const evidence = outcomes.flatMap(([id, outcome]) => problemsOf(outcome).map(({ code }) => `${id}: ${code}`));
      return failed(problem('settings.none-found', { domain: search.question.domain }, { evidence }));
    },
  });
}

/** Where DNS is silent, nobody knows whether anything is published. */
function isSilence({ code }: Problem): boolean {
  return code === 'dns.server-unreachable';
}

/** What a source's probe answered, under the name that the report has for the source. */
function heardFrom(id: string, outcome: Outcome<readonly FoundSettings[]>): Heard {
  const source = id.slice('settings.'.length) as Heard['source'];
  return { source, answers: hasValue(outcome) ? outcome.value : [] };
}

/** The servers that were named, the best first, each with the one thing that decided its place. */
export function settingsRanking(
  search: ChainProbe<Search>,
  named: ChainProbe<readonly NamedServer[]>,
  proof: ChainProbe<Proven>,
): ChainProbe<readonly RankedServer[]> {
  return defineProbe({
    id: 'settings.ranking',
    needs: { search, named },
    considers: { proof },
    deadline: times.osSettings,
    run: async ({ search, named, proof }, _: ChainPorts, step): Promise<Outcome<readonly RankedServer[]>> => {
      const approvedBy = (host: string) => approvalFor(host, search.approvals)?.reason ?? null;
      const suffixes = await loadPublicSuffixes();
      const toApprove = (host: string) => approvableDomain(host, suffixes);
      const servers = rankServers(named, { approvedBy, toApprove, trials: hasValue(proof) ? proof.value : new Map() });
      step.report({ settings: { servers } });
      const { domain } = search.question;
      const fault = nothingUsable(domain, servers);
      return fault === null ? warned(servers, remarksOn(servers, domain)) : failed(fault);
    },
  });
}

/** Why no server was chosen, where those that were named could not be reached; null where one was, or for other reasons. */
function nothingUsable(domain: string, servers: readonly RankedServer[]): Problem | null {
  const unreached = servers.filter(({ reason }) => reason === 'unreachable');
  if (unreached.length === 0 || servers.some(({ verdict }) => verdict === 'chosen')) return null;
  const evidence = servers.map(({ service, host, port, fault }) => `${service} ${host}:${port}: ${fault?.code ?? ''}`);
  // Names that were only guessed are published by nobody.
  const published = unreached.filter(({ sources }) => sources.some(({ trust }) => trust !== 'guess'));
  if (published.length === 0) return problem('settings.none-found', { domain }, { evidence });
  const hosts = cutList([...new Set(published.map(({ host }) => host))], 5).join(', ');
  return problem('settings.unreachable', { domain, hosts }, { evidence });
}
