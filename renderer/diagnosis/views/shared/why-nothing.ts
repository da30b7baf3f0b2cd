import type { ProbeReport, Report } from '../../../../src/run/index.ts';
import type { Words } from '../../../words/words.ts';
import { probeName } from './names.ts';

/**
 * Why a report holds nothing of what a probe finds out.
 *
 * @param notAsked what to say when the run did not ask at all
 */
export function whyNothing(report: Report, probe: string, notAsked: string, { views: words }: Words): string {
  const found = report.probes.find(({ id }) => id === probe);
  if (found === undefined) return notAsked;
  if (found.outcome === 'waiting' || found.outcome === 'running') return words.nothing.running;
  if (found.outcome !== 'skipped') return words.nothing.noAnswer;
  const root = rootOf(report, found);
  if (root.outcome === 'skipped') return notAsked;
  return signIns.includes(root.id) ? words.nothing.signInFailed : words.nothing.because(probeName(root.id, words));
}

const signIns: readonly string[] = ['ldap.sign-in', 'relay.sign-in', 'mailbox.sign-in'];

/** The probe without whose answer this one was skipped, and so on to the first. */
function rootOf(report: Report, probe: ProbeReport): ProbeReport {
  const { because } = probe;
  const before = because?.kind === 'needs' ? report.probes.find(({ id }) => id === because.probe) : undefined;
  return before === undefined || before.id === probe.id ? probe : rootOf(report, before);
}
