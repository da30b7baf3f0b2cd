import { visible } from '../../../src/core/text.ts';
import {
  accountServers,
  heardSources,
  type Link,
  type LinkState,
  linksOf,
  type Report,
} from '../../../src/run/index.ts';
import { answerWords } from '../../found/index.ts';
import { seconds } from '../../kit/format.ts';
import type { Spoken } from '../../words/context.tsx';
import type { Words } from '../../words/words.ts';
import type { Draft } from '../draft.ts';

/** One line of the wizard: a link of the chain in plain words. */
export interface StepLine {
  readonly id: string;
  readonly state: LinkState;
  readonly label: string;
  /** What was found, or what is being done. */
  readonly fact: string;
  /** Milliseconds; null while it is not done. */
  readonly duration: number | null;
}

type WizardWords = Words['wizard'];
type StepId = keyof WizardWords['steps'];

/** What each goes through, shown before its plan is known. */
const expected: Readonly<Record<Draft['goal'], readonly StepId[]>> = {
  'set-up': ['dns', 'dc', 'ldap', 'relay', 'message', 'settings', 'mailbox', 'custody'],
  discover: ['settings'],
};
const aboutMessage: readonly StepId[] = ['message', 'custody'];

export interface Expectation {
  readonly goal: Draft['goal'];
  readonly sendsTest: boolean;
}

/** The lines of a run, in chain order; the same number of lines before it begins, so that nothing jumps. */
export function stepsOf(report: Report, said: Spoken, { goal, sendsTest }: Expectation): readonly StepLine[] {
  // A search has one link only: what each source answers is seen as it comes.
  const sources = goal === 'discover' ? sourceSteps(report, said) : [];
  if (report.probes.length > 0) return [...sources, ...linksOf(report).map((link) => stepOf(link, report, said))];
  const { steps } = said.words.wizard;
  const links = expected[goal]
    .filter((id) => sendsTest || !aboutMessage.includes(id))
    .map((id): StepLine => ({ id, state: 'waiting', label: steps[id].waiting, fact: '', duration: null }));
  return [...sources, ...links];
}

/** The directory is asked only by whoever signs in. */
function sourceSteps(report: Report, said: Spoken): readonly StepLine[] {
  const asked = heardSources(report).filter(({ name, probe }) =>
    report.run === '' ? name !== 'directory' : probe !== null,
  );
  return asked.map((source) => {
    const name = said.words.found.settings.sources[source.name];
    return {
      id: `settings.${source.name}`,
      state: source.probe?.outcome ?? 'waiting',
      label: `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`,
      fact: source.probe === null ? '' : answerWords(source, said),
      duration: source.probe?.duration ?? null,
    };
  });
}

function stepOf(link: Link, report: Report, said: Spoken): StepLine {
  const { id, state } = link;
  // What was made ready for a step that was not tried is no time of it.
  const duration = state === 'skipped' ? null : link.duration;
  return { id, state, duration, label: labelOf(link, report, said.words.wizard), fact: factOf(link, report, said) };
}

function labelOf({ id, state }: Link, report: Report, words: WizardWords): string {
  if (!isStep(id, words)) return id;
  if (state === 'passed' || state === 'warned') {
    const instead = lacking(id, report, words);
    if (instead !== null) return instead;
  }
  const step = words.steps[id];
  switch (state) {
    case 'passed':
    case 'warned':
      return step.done;
    case 'failed':
    case 'unknown':
    case 'running':
      return step[state];
    case 'waiting':
    case 'skipped':
      return step.waiting;
  }
}

/** What a step that went well did not find; null when there is nothing to say. */
function lacking(id: StepId, { chain, probes }: Report, words: WizardWords): string | null {
  const lacks = (code: string) => probes.some(({ problems }) => problems.some((problem) => problem.code === code));
  if (id === 'settings' && lacks('settings.no-incoming')) return words.noIncoming;
  if (id !== 'custody' || chain.custody?.arrival) return null;
  return lacks('custody.not-arrived') ? words.notSeenYet : words.notLookedFor;
}

function isStep(id: string, words: WizardWords): id is StepId {
  return Object.hasOwn(words.steps, id);
}

function factOf({ id, state, probes }: Link, report: Report, said: Spoken): string {
  const words = said.words.wizard;
  if (state === 'skipped') return words.notTried;
  if (state === 'running') return doing(probes, report, words);
  return state === 'waiting' ? '' : visible(found(id, report, said), 300);
}

function doing(probes: readonly string[], report: Report, words: WizardWords): string {
  const running = report.probes.filter(({ id, outcome }) => outcome === 'running' && probes.includes(id));
  const known: Readonly<Record<string, string>> = words.doing;
  return running.map(({ id }) => known[id] ?? '').find((text) => text !== '') ?? '';
}

function found(id: string, report: Report, { words: { wizard: words }, locale }: Spoken): string {
  const { name, domainController: dc, account, signIn, relay, custody, mailbox } = report.chain;
  switch (id) {
    case 'dns':
      return name?.fqdn ?? name?.asked ?? '';
    case 'dc':
      if (dc === null || dc.host === null) return dc?.domain ?? '';
      return dc.site === null ? dc.host : words.atSite(dc.host, dc.site);
    case 'ldap':
      return account?.displayName ?? signIn?.principal ?? '';
    case 'relay':
      return relay?.host ?? '';
    case 'message':
      return custody === null || custody.queueId === null ? '' : words.acceptedAs(custody.queueId);
    case 'settings': {
      const { incoming, outgoing } = accountServers(report);
      return incoming?.host ?? outgoing?.host ?? '';
    }
    case 'mailbox':
      return mailbox?.host ?? '';
    case 'custody': {
      const arrival = custody?.arrival ?? null;
      return arrival === null ? '' : words.arrivedIn(arrival.folder, seconds(arrival.after, locale));
    }
    default:
      return '';
  }
}
