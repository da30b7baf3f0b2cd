import { linksOf, type Report } from '../../run/index.ts';
import { accountSection } from './account.ts';
import { candidateSection, candidateTable } from './candidates.ts';
import { controllerSection } from './controllers.ts';
import { endpointSection } from './endpoints.ts';
import { gatewaySection } from './gateways.ts';
import { hopSection } from './hops.ts';
import type { Line } from './line.ts';
import { permissionSection, recipientSection } from './permissions.ts';
import { gapLines } from './sources/gaps.ts';
import { sourceSection } from './sources/section.ts';
import { serverSection } from './sources/servers.ts';

type Section = (report: Report, width: number, verbose: boolean) => Line[];

const byGoal: Readonly<Record<string, readonly Section[]>> = {
  resolve: [candidateSection],
  'locate-dc': [controllerSection],
  route: [gatewaySection],
  'sign-in': [brokenSection, accountSection],
  diagnose: [brokenSection, permissionSection, recipientSection, hopSection],
  discover: [sourceSection, serverSection, gapLines],
  send: [brokenSection, permissionSection, recipientSection, hopSection],
};

/** What a command was asked for in particular, below the tree. */
export function sectionLines(report: Report, width: number, verbose: boolean): Line[] {
  return (byGoal[report.request?.goal ?? ''] ?? []).flatMap((section) => section(report, width, verbose));
}

const byLink: Readonly<Record<string, Section>> = {
  dns: candidateTable,
  dc: controllerSection,
  relay: endpointSection,
};

/** What was tried at the first link that is broken or has to be decided on: whoever mends it has to know. */
function brokenSection(report: Report, width: number, verbose: boolean): Line[] {
  if (report.outcome === 'cancelled') return [];
  const broken = linksOf(report).find(({ state }) => state === 'failed' || state === 'unknown');
  return byLink[broken?.id ?? '']?.(report, width, verbose) ?? [];
}
