import type { FoundSettings, ProbeReport, RankedServer, Report } from './schema.ts';
import { trustLevels } from './trust-levels.ts';

export type SourceName = RankedServer['sources'][number]['source'];

/** One of the places where settings are looked for, and what became of it. */
export interface HeardSource {
  readonly name: SourceName;
  /** Null when it was not part of the run. */
  readonly probe: ProbeReport | null;
  /** What it answered; null when it was not heard. */
  readonly answers: readonly FoundSettings[] | null;
}

const sections = {
  directory: 'directory',
  dns: 'dns',
  autoconfig: 'autoconfig',
  pacc: 'pacc',
  autodiscover: 'autodiscover',
  provider: 'provider',
  'common-names': 'commonNames',
} as const satisfies Record<SourceName, string>;

export const sourceNames = Object.keys(sections) as readonly SourceName[];

/** Every source, in the same order always. */
export function heardSources({ chain: { settings }, probes }: Report): readonly HeardSource[] {
  return sourceNames.map((name) => ({
    name,
    probe: probes.find(({ id }) => id === `settings.${name}`) ?? null,
    answers: settings?.[sections[name]] ?? null,
  }));
}

/** What the best answer of a source is worth; null where it named no servers. */
export function bestTrust({ answers }: HeardSource): FoundSettings['trust'] | null {
  const heard = new Set((answers ?? []).filter(({ servers }) => servers.length > 0).map(({ trust }) => trust));
  return trustLevels.find((trust) => heard.has(trust)) ?? null;
}
