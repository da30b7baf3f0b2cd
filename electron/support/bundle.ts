import { toJson } from '../../src/core/index.ts';
import { replay } from '../../src/run/index.ts';
import type { AppInfo } from '../contract.ts';
import type { Whole } from '../opened/index.ts';
import { type Machine, machineHider } from './hide-machine.ts';
import { hiderOf, hostWordsIn, peopleIn } from './hide-people.ts';
import { redacted } from './redact.ts';

export interface Bundle {
  readonly fileName: string;
  readonly text: string;
}

/** What is told about the program and the machine; nothing that names either of them to a stranger. */
export interface Surroundings extends Machine {
  readonly info: Pick<AppInfo, 'version' | 'platform' | 'versions' | 'settings' | 'policy'>;
  readonly now: Date;
}

/**
 * A support bundle: one JSON file with the report, its events, the versions, and the settings that matter. The person's own
 * folder and this machine's name are left out; people's names too, when that is asked for. The report is folded from
 * the very events that are in it. Throws Error where there is no run.
 */
export function makeBundle(opened: Whole, hidePeople: boolean, { info, now, ...machine }: Surroundings): Bundle {
  if (opened.kind !== 'events') throw new Error('there is no such run');
  const report = replay(opened.events);
  const hideMachine = machineHider(machine);
  const hideNames = hidePeople ? hiderOf(peopleIn(report), hostWordsIn(report)) : (text: string) => text;
  // A person's folder has the person's name in it, so that it goes first.
  const hide = (text: string) => hideNames(hideMachine(text));
  const events = redacted(opened.events, hide);
  const { ca, ...settings } = info.settings;
  const certificates = ca.match(/-----BEGIN CERTIFICATE-----/g)?.length ?? 0;
  const content = {
    kind: 'waypost-support',
    version: 1,
    madeAt: now.toISOString(),
    waypost: info.version,
    platform: info.platform,
    versions: info.versions,
    settings: redacted({ ...settings, certificates }, hide),
    policy: redacted(
      info.policy.fields.map(({ field, source, locked }) => ({ field, source, locked })),
      hide,
    ),
    report: replay(events),
    events,
  };
  return { fileName: fileNameFor(report.run, now), text: `${toJson(content, 2)}\n` };
}

function fileNameFor(run: string, now: Date): string {
  const [day = '', time = ''] = now.toISOString().replaceAll(/[-:]/g, '').split('T');
  return `waypost-support-${day}-${time.slice(0, 6)}-${run.slice(0, 8)}.json`;
}
