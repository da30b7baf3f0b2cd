import type { Report } from '../../run/index.ts';
import { accountSection } from './account.ts';
import { candidateSection } from './candidates.ts';
import { controllerSection } from './controllers.ts';
import { gatewaySection } from './gateways.ts';
import type { Line } from './line.ts';
import { permissionSection, recipientSection } from './permissions.ts';

type Section = (report: Report, width: number) => Line[];

const byGoal: Readonly<Record<string, readonly Section[]>> = {
  resolve: [candidateSection],
  'locate-dc': [controllerSection],
  route: [gatewaySection],
  'sign-in': [accountSection],
  diagnose: [permissionSection, recipientSection],
  send: [permissionSection, recipientSection],
};

/** What a command was asked for in particular, below the tree. */
export function sectionLines(report: Report, width: number): Line[] {
  return (byGoal[report.request?.goal ?? ''] ?? []).flatMap((section) => section(report, width));
}
