import { toJson } from '../../src/core/index.ts';
import { type RunEvent, replay } from '../../src/run/index.ts';
import type { AppInfo, Opened } from '../contract.ts';
import { type Names, peopleIn, withNames } from './hide-people.ts';

export interface Bundle {
  readonly fileName: string;
  readonly text: string;
}

/** What is told about the program and the machine; nothing that names either of them to a stranger. */
export interface Surroundings {
  readonly info: Pick<AppInfo, 'version' | 'platform' | 'versions' | 'settings' | 'policy'>;
  readonly homeFolder: string;
  readonly hostName: string;
  readonly now: Date;
}

/**
 * A support bundle: one JSON file with the report, its events, the versions, and the settings that matter. Paths of the
 * person's own folder and this machine's name are left out; people's names too, when that is asked for.
 */
export function makeBundle(opened: Opened, hidePeople: boolean, surroundings: Surroundings): Bundle {
  if (opened.kind !== 'events') throw new Error('there is no such run');
  const { info, homeFolder, hostName, now } = surroundings;
  const events: readonly RunEvent[] = opened.events;
  const report = replay(events);
  const machine: Names = [
    [homeFolder, '~'],
    [hostName, 'this-computer'],
  ].filter((pair): pair is [string, string] => (pair[0] ?? '').length >= 3 && pair[0] !== 'localhost');
  const { ca, ...settings } = info.settings;
  const content = {
    kind: 'waypost-support',
    version: 1,
    madeAt: now.toISOString(),
    waypost: info.version,
    platform: info.platform,
    versions: info.versions,
    settings: { ...settings, ca: `${ca.match(/-----BEGIN CERTIFICATE-----/g)?.length ?? 0} certificates` },
    policy: info.policy.fields.map(({ field, source, locked }) => ({ field, source, locked })),
    report,
    events,
  };
  const names = hidePeople ? [...peopleIn(report), ...machine] : machine;
  return { fileName: fileNameFor(report.run, now), text: `${toJson(withNames(content, names), 2)}\n` };
}

function fileNameFor(run: string, now: Date): string {
  const [day = '', time = ''] = now.toISOString().replaceAll(/[-:]/g, '').split('T');
  return `waypost-support-${day}-${time.slice(0, 6)}-${run.slice(0, 8)}.json`;
}
