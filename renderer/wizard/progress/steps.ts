import { visible } from '../../../src/core/text.ts';
import { type Chain, type Link, type LinkState, linksOf, type Report } from '../../../src/run/index.ts';
import type { Words } from '../../words/words.ts';

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

/** What a set-up goes through, shown before its plan is known. */
const expected: readonly StepId[] = ['dns', 'dc', 'ldap', 'relay', 'message'];

/** The lines of a run, in chain order; the same number of lines before it begins, so that nothing jumps. */
export function stepsOf(report: Report, words: WizardWords, sendsTest: boolean): readonly StepLine[] {
  if (report.probes.length > 0) return linksOf(report).map((link) => stepOf(link, report, words));
  return expected
    .filter((id) => id !== 'message' || sendsTest)
    .map((id) => ({ id, state: 'waiting', label: words.steps[id].waiting, fact: '', duration: null }));
}

function stepOf(link: Link, report: Report, words: WizardWords): StepLine {
  const { id, state } = link;
  // What was made ready for a step that was not tried is no time of it.
  const duration = state === 'skipped' ? null : link.duration;
  return { id, state, duration, label: labelOf(id, state, words), fact: factOf(link, report, words) };
}

function labelOf(id: string, state: LinkState, words: WizardWords): string {
  if (!isStep(id, words)) return id;
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

function isStep(id: string, words: WizardWords): id is StepId {
  return Object.hasOwn(words.steps, id);
}

function factOf({ id, state, probes }: Link, report: Report, words: WizardWords): string {
  if (state === 'skipped') return words.notTried;
  if (state === 'running') return doing(probes, report, words);
  return state === 'waiting' ? '' : visible(found(id, report.chain, words), 300);
}

function doing(probes: readonly string[], report: Report, words: WizardWords): string {
  const running = report.probes.filter(({ id, outcome }) => outcome === 'running' && probes.includes(id));
  const known: Readonly<Record<string, string>> = words.doing;
  return running.map(({ id }) => known[id] ?? '').find((text) => text !== '') ?? '';
}

function found(id: string, chain: Chain, words: WizardWords): string {
  const { name, domainController: dc, account, signIn, relay, custody } = chain;
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
    default:
      return '';
  }
}
