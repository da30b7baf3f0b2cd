import {
  cutList,
  cutText,
  hasValue,
  type Outcome,
  type Problem,
  passed,
  skipped,
  times,
  warned,
} from '../../core/index.ts';
import type { NamedServer } from '../../discovery/index.ts';
import {
  addressesOf,
  compareViews,
  createResolver,
  type DnsServer,
  type DnsView,
  type ViewDifference,
  type ViewQuestion,
} from '../../dns/index.ts';
import { problem } from '../../problems/index.ts';
import { defineProbe, type Step } from '../../run/index.ts';
import type { ChainPorts, ChainProbe } from '../ports.ts';
import type { ChainRequest } from '../request.ts';
import type { DomainRecords } from './directory.ts';
import type { Search } from './settings.ts';
import type { NameSettings } from './system.ts';

interface Needs {
  readonly settings: ChainProbe<Pick<NameSettings, 'resolver'>>;
  readonly search: ChainProbe<Pick<Search, 'question'>>;
  readonly named: ChainProbe<readonly NamedServer[]>;
}

const services = ['submissions', 'submission', 'imaps', 'imap', 'pop3s', 'pop3', 'autodiscover'];
const mostHosts = 8;
const mostControllers = 3;
const mostNames = 5;

/**
 * Whether DNS says the same about mail wherever it is asked: the system's servers, the domain controllers' own, and one that
 * the person names. It goes on beside the proof of the servers, and nothing waits for it.
 *
 * @param records the domain controllers; null where nobody signs in
 */
export function splitHorizon(
  request: ChainRequest,
  needs: Needs,
  records: ChainProbe<Pick<DomainRecords, 'named'>> | null,
): ChainProbe<null> {
  return defineProbe({
    id: 'settings.split-horizon',
    needs: { ...needs },
    considers: records === null ? {} : { records },
    deadline: times.otherViews,
    aside: true,
    run: async (given, { clock }: ChainPorts, step): Promise<Outcome<null>> => {
      const { settings, search, named } = given;
      const view = (name: string, servers: readonly DnsServer[]): DnsView[] => {
        const limits = { timeout: times.otherViews, attempts: 1, rotate: false };
        return servers.length === 0 ? [] : [{ name, resolver: createResolver({ servers, ...limits }, { clock }) }];
      };
      const known = 'records' in given && hasValue(given.records) ? given.records.value.named : [];
      const controllers = await serversOf(known, settings, request.ports.dns, step);
      const views = [
        { name: request.dns.length > 0 ? 'DNS given with --dns' : 'DNS of this system', resolver: settings.resolver },
        ...view('DNS of the domain controllers', controllers),
        ...view('DNS given with --compare-dns', request.compareDns),
      ];
      if (views.length === 1) return skipped({ kind: 'not-applicable' });
      const { domain } = search.question;
      const differences = await compareViews(views, questionsAbout(domain, named), step);
      return differences.length === 0 ? passed(null) : warned(null, [splitProblem(domain, differences)]);
    },
  });
}

/** Domain controllers answer for their domain as a rule; those that the system asks anyway have no view of their own. */
async function serversOf(
  named: DomainRecords['named'],
  { resolver }: Pick<NameSettings, 'resolver'>,
  port: number,
  step: Step,
): Promise<readonly DnsServer[]> {
  const first = named.slice(0, mostControllers).map(({ target }) => target);
  const found = await Promise.all(
    first.map(async ({ host, addresses }) =>
      addresses.length > 0 ? addresses : (await addressesOf(resolver, host, step)).addresses,
    ),
  );
  const asked = (address: string) =>
    resolver.settings.servers.some((one) => one.address === address && one.port === port);
  return found.flat().flatMap((address) => (asked(address) ? [] : [{ address, port }]));
}

/** The mail records of the domain, and the addresses of the servers that somebody named; usual names come last. */
function questionsAbout(domain: string, named: readonly NamedServer[]): readonly ViewQuestion[] {
  const isGuess = ({ sources }: NamedServer) => sources.every(({ trust }) => trust === 'guess');
  const hosts = [...named.filter((one) => !isGuess(one)), ...named.filter(isGuess)].map(({ host }) => host);
  return [
    ...services.map((service): ViewQuestion => ({ name: `_${service}._tcp.${domain}`, type: 'SRV' })),
    { name: domain, type: 'MX' },
    ...[...new Set(hosts)].slice(0, mostHosts).flatMap((name): ViewQuestion[] => [
      { name, type: 'A' },
      { name, type: 'AAAA' },
    ]),
  ];
}

function splitProblem(domain: string, differences: readonly ViewDifference[]): Problem {
  const names = cutList([...new Set(differences.map(({ name }) => name))], mostNames).join(', ');
  const evidence = differences.flatMap(({ name, type, said }) =>
    said.map(({ view, text }) => `${view}: ${name} ${type} ${cutText(text)}`),
  );
  return problem('settings.split-horizon', { domain, names }, { evidence });
}
