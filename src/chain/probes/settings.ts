import {
  createTurns,
  deadline,
  failed,
  hasValue,
  type Outcome,
  passed,
  skipped,
  type Turns,
  times,
  unknown,
} from '../../core/index.ts';
import type { Account, SignedIn } from '../../directory/index.ts';
import {
  askAutoconfig,
  askAutodiscover,
  askCommonNames,
  askDns,
  askPacc,
  askProviders,
  createDecision,
  createWeb,
  type Decision,
  hearAll,
  type Question,
  questionOf,
  type Source,
  type SourceTools,
} from '../../discovery/index.ts';
import type { Trust } from '../../net/index.ts';
import { defineProbe, type FoundSettings, type Step } from '../../run/index.ts';
import { type Approval, approvalFor } from '../approval.ts';
import type { ChainPorts, ChainProbe } from '../ports.ts';
import { loadPublicSuffixes } from '../registrable.ts';
import type { ChainRequest } from '../request.ts';
import { isValidating } from '../validating.ts';
import { webSignIn } from '../web-sign-in.ts';
import type { NameSettings } from './system.ts';

/** What all sources work with. */
export interface Search {
  readonly question: Question;
  readonly tools: SourceTools;
  readonly approvals: readonly Approval[];
  readonly decision: Decision;
  /** For sources that send a password. */
  readonly inTurn: Turns;
}

export type SourceProbe = ChainProbe<readonly FoundSettings[]>;

type Section = 'directory' | 'dns' | 'autoconfig' | 'pacc' | 'autodiscover' | 'provider' | 'commonNames';

interface SearchNeeds {
  readonly settings: ChainProbe<NameSettings>;
  readonly approvals: ChainProbe<readonly Approval[]>;
  readonly trust: ChainProbe<Trust>;
  /** Whose mail address it is about; null: the request says it. */
  readonly address: ChainProbe<Account> | null;
}

/** Whose settings are looked for, and with what. */
export function settingsSearch(request: ChainRequest, { address, ...needs }: SearchNeeds): ChainProbe<Search> {
  return defineProbe({
    id: 'settings.search',
    needs,
    considers: address === null ? {} : { person: address },
    deadline: times.osSettings,
    run: async (given, { clock }: ChainPorts, step): Promise<Outcome<Search>> => {
      const { settings, approvals, trust } = given;
      const person = 'person' in given && hasValue(given.person) ? given.person.value : null;
      const asked = request.destination ?? person?.mail ?? request.user ?? '';
      // A bare sign-in name tells no domain, and the directory could not be asked for the address.
      if (address !== null && person === null && !asked.includes('@')) {
        return skipped({ kind: 'needs', probe: address.id });
      }
      const question = questionOf(asked);
      if (!question.ok) return failed(question.error);
      const { address: whose, domain } = question.value;
      step.report({ settings: { address: whose, domain } });
      const { resolver } = settings;
      const { ports } = request;
      const web = createWeb({ resolver, trust, clock, ports });
      const isApproved = (host: string) => approvalFor(host, approvals) !== null;
      const { allowHttp: plainHttp, tellAddress: mayTellAddress, validatingResolvers } = request;
      const validates = (server: string | null) => isValidating(server, validatingResolvers);
      const organisationOf = await loadPublicSuffixes();
      const suffixes = settings.suffixes.map(({ suffix }) => suffix);
      const told = { plainHttp, mayTellAddress };
      const tools = { resolver, web, ports, suffixes, clock, isApproved, validates, organisationOf, ...told };
      const decision = request.hearAll ? hearAll() : createDecision(clock, step.runSignal);
      return passed({ question: question.value, tools, approvals, decision, inTurn: createTurns() });
    },
  });
}

/** Who signs in, for the source that may use the password. */
export interface SourceSignIn {
  readonly signedIn: ChainProbe<SignedIn>;
  readonly person: ChainProbe<Account>;
  /** What must be over before a source is given the password: only one may be on its way at a time. */
  readonly before: ChainProbe<unknown>;
}

/**
 * The sources beside the directory, each a probe of its own; all are asked at once.
 *
 * @param signIn when somebody signs in: Autodiscover then waits for what the directory says to the password
 */
export function settingsSources(
  request: ChainRequest,
  search: ChainProbe<Search>,
  signIn: SourceSignIn | null,
): SourceProbe[] {
  return [
    source('settings.dns', 'dns', askDns, search),
    source('settings.provider', 'provider', askProviders, search),
    source('settings.autoconfig', 'autoconfig', askAutoconfig, search),
    source('settings.pacc', 'pacc', askPacc, search),
    signIn === null
      ? source('settings.autodiscover', 'autodiscover', askAutodiscover, search)
      : autodiscover(search, signIn),
    source('settings.common-names', 'commonNames', askCommonNames(request.server), search),
  ];
}

function source(id: string, section: Section, ask: Source, search: ChainProbe<Search>): SourceProbe {
  return defineProbe({
    id,
    needs: { search },
    deadline: times.settingsSource,
    aside: true,
    run: ({ search }, _: ChainPorts, step) =>
      hearSource(section, search, step, (own) => ask(search.question, search.tools, own)),
  });
}

function autodiscover(search: ChainProbe<Search>, { signedIn, person, before }: SourceSignIn): SourceProbe {
  return defineProbe({
    id: 'settings.autodiscover',
    needs: { search },
    considers: { signedIn, person, before },
    deadline: times.settingsSource,
    aside: true,
    run: ({ search, ...who }, ports: ChainPorts, step) => {
      const tools = { ...search.tools, signIn: webSignIn(who, search, ports) };
      return hearSource('autodiscover', search, step, (own) => askAutodiscover(search.question, tools, own));
    },
  });
}

/**
 * Asks a source, until nothing can win any more that it might say, and reports what it said. The directory's word is worth most
 * of all: it is waited for until the time is up.
 */
export async function hearSource(
  section: Section,
  { decision }: Search,
  step: Step,
  ask: (step: Step) => Promise<Outcome<readonly FoundSettings[]>>,
): Promise<Outcome<readonly FoundSettings[]>> {
  const over = section === 'directory' ? decision.timeUp : decision.signal;
  if (over.aborted) return skipped({ kind: 'not-applicable' });
  const own = deadline(step.signal);
  const stop = () => own.end(decision.timeUp.aborted ? 'deadline' : 'cancelled');
  over.addEventListener('abort', stop, { once: true });
  try {
    const outcome = await ask({ ...step, signal: own.signal });
    if (hasValue(outcome)) {
      step.report({ settings: { [section]: outcome.value } });
      decision.heard(outcome.value);
      return outcome;
    }
    if (over.aborted && !decision.timeUp.aborted) return skipped({ kind: 'not-applicable' });
    // One source that cannot be heard is no broken link: whether there are settings is for all of them to say.
    return outcome.kind === 'failed' ? unknown(outcome.problem) : outcome;
  } finally {
    over.removeEventListener('abort', stop);
    own.clear();
  }
}
