import { failed, hasValue, type Outcome, skipped, times } from '../../core/index.ts';
import type { Account } from '../../directory/index.ts';
import type { Trust } from '../../net/index.ts';
import { defineProbe, type PermissionReport } from '../../run/index.ts';
import { type AuthenticatedRelay, checkPermission, checkStrangers, type OpenRelay } from '../../submission/index.ts';
import { heloName } from '../helo.ts';
import { envelopeOf, permissionQuestions } from '../mail-request.ts';
import { maskOf } from '../mask.ts';
import type { ChainPorts, ChainProbe } from '../ports.ts';
import type { ChainRequest } from '../request.ts';
import type { ReachedRelay } from './relay.ts';
import type { NameSettings } from './system.ts';

/** Whether the relay takes mail from this person, for insiders and for others. Stops before DATA. */
export function relayPermission(
  request: ChainRequest,
  relay: ChainProbe<AuthenticatedRelay>,
  account: ChainProbe<Account>,
): ChainProbe<readonly PermissionReport[]> {
  return defineProbe({
    id: 'relay.permission',
    needs: { relay },
    considers: { account },
    deadline: times.smtpCommand,
    run: async ({ relay, account }, _: ChainPorts, step): Promise<Outcome<readonly PermissionReport[]>> => {
      const envelope = envelopeOf(request, hasValue(account) ? account.value : null);
      if (!envelope.ok) return failed(envelope.error);
      const recipients = permissionQuestions(request, envelope.value);
      return checkPermission({ relay, sender: envelope.value.sender, recipients }, step);
    },
  });
}

/** Whether it would relay for somebody who did not sign in: asked on a connection of its own. */
export function strangers(
  request: ChainRequest,
  settings: ChainProbe<NameSettings>,
  reached: ChainProbe<ReachedRelay>,
  endpoint: ChainProbe<OpenRelay>,
  trust: ChainProbe<Trust>,
  account: ChainProbe<Account>,
): ChainProbe<readonly PermissionReport[]> {
  return defineProbe({
    id: 'relay.strangers',
    needs: { settings, reached, endpoint, trust },
    considers: { account },
    deadline: times.smtpCommand,
    aside: true,
    run: async ({ settings, reached, endpoint, trust, account }, ports: ChainPorts, step) => {
      const { clock, recorder } = ports;
      const envelope = envelopeOf(request, hasValue(account) ? account.value : null);
      if (!envelope.ok) return skipped({ kind: 'not-applicable' });
      const recipients = permissionQuestions(request, envelope.value);
      const { target, race } = reached;
      const { port, security } = endpoint;
      const spare = await race.spare(step);
      const helo = heloName(recorder.hostname, settings.os.machineDomain);
      const question = { target, endpoint: { port, security }, spare, sender: envelope.value.sender, recipients };
      return checkStrangers(question, { clock, trust, helo, mask: maskOf(ports) }, step);
    },
  });
}
