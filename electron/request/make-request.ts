import { type ChainRequest, type Goal, registeredPorts } from '../../src/chain/request.ts';
import type { AskedRun, Settings } from '../contract.ts';
import type { Policy, PolicyValues } from '../policy/index.ts';
import { demandApproved } from './approved.ts';
import { createFaultfinder, type Faultfinder, type Invalid } from './faultfinder.ts';
import { type Form, readForm } from './form.ts';
import { withLocks } from './locks.ts';

export interface RequestContext {
  /** As the settings store gives them: what the policy pre-sets and locks is laid over them. */
  readonly settings: Settings;
  readonly policy: Policy;
  /** The embedded world, in the demo. */
  readonly world: World | null;
}

export type World = Pick<ChainRequest, 'dns' | 'search' | 'ports' | 'ca'>;

export type MadeRequest = { readonly request: ChainRequest } | { readonly invalid: readonly Invalid[] };

/** The request that a form stands for; or everything that is wrong with the form, not only the first. */
export async function makeRequest(asked: AskedRun, context: RequestContext): Promise<MadeRequest> {
  const faults = createFaultfinder();
  const form = withLocks(readForm(asked, context.settings.domain, faults), asked, context.policy.values, faults);
  const request = complete(form, asked, context);
  demandWhatGoalNeeds(request, faults);
  demandApproved(request, context.policy.values, faults);
  if (asked.goal === 'send' && !context.policy.state.sendTests) faults.add('send', 'locked');
  return faults.found.length > 0 ? { invalid: faults.found } : { request };
}

const mailGoals: ReadonlySet<Goal> = new Set(['diagnose', 'send', 'set-up']);
const serverGoals: ReadonlySet<Goal> = new Set(['resolve', ...mailGoals]);
const directoryGoals: ReadonlySet<Goal> = new Set(['locate-dc', 'sign-in', 'discover', ...mailGoals]);

/** What was left out comes from the settings, and in the demo from its world. */
function complete(form: Form, asked: AskedRun, { settings, policy, world }: RequestContext): ChainRequest {
  const { goal, text, attachments, dsn, requireTls } = asked;
  const { subject, port, security, ca, ...given } = form;
  const { locked, preset } = policy.values;
  const usual = (goals: ReadonlySet<Goal>, value: string) => (goals.has(goal) && value !== '' ? value : null);
  const approved = locked.approvedDomains ?? settings.approvedDomains;
  return {
    ...given,
    goal,
    server: form.server ?? usual(serverGoals, settings.server),
    domain: form.domain ?? usual(directoryGoals, settings.domain),
    message: { subject, text: text === '' ? null : text, attachments, dsn, requireTls },
    send: asked.send && policy.state.sendTests,
    readBack: asked.readBack,
    dns: form.dns ?? world?.dns ?? [],
    compareDns: [],
    search: form.search ?? world?.search ?? null,
    ca: together([ca ?? world?.ca ?? '', locked.ca === undefined ? settings.ca : '']),
    endpoint: port === null && security === null ? endpointOf(preset) : { port, security },
    ports: world?.ports ?? registeredPorts,
    allowHttp: locked.allowHttp ?? false,
    tellAddress: locked.tellAddress ?? false,
    validatingResolvers: locked.validatingResolvers ?? [],
    approvedDomains: [...new Set([...form.approvedDomains, ...approved])],
    timeout: form.timeout ?? settings.timeout * 1_000,
  };
}

function endpointOf({ relay }: PolicyValues['preset']): ChainRequest['endpoint'] {
  return { port: relay?.port ?? null, security: relay?.security ?? null };
}

function together(certificates: readonly string[]): string | null {
  const given = certificates.filter((pem) => pem !== '');
  return given.length === 0 ? null : given.join('\n');
}

function demandWhatGoalNeeds({ goal, server, user, destination, to }: ChainRequest, faults: Faultfinder): void {
  const demand = (field: 'server' | 'user' | 'destination' | 'to', isThere: boolean) => {
    if (!isThere && faults.isSound(field)) faults.add(field, 'missing');
  };
  if (goal === 'resolve') demand('server', server !== null);
  if (goal === 'route' || goal === 'discover') demand('destination', destination !== null);
  if (goal === 'sign-in' || mailGoals.has(goal)) demand('user', user !== null);
  if (goal === 'send') demand('to', to.length > 0);
}
