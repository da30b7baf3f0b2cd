import { failed, hasValue, type Outcome, times } from '../../core/index.ts';
import type { Account } from '../../directory/index.ts';
import { defineProbe } from '../../run/index.ts';
import { type AuthenticatedRelay, type Custody, composeMessage, submitMessage } from '../../submission/index.ts';
import { fullHostName } from '../helo.ts';
import { draftOf, envelopeOf } from '../mail-request.ts';
import type { ChainPorts, ChainProbe } from '../ports.ts';
import type { ChainRequest } from '../request.ts';
import type { NameSettings } from './system.ts';

/** The test message, and how far it is known to have got. */
export function submission(
  request: ChainRequest,
  settings: ChainProbe<NameSettings>,
  relay: ChainProbe<AuthenticatedRelay>,
  account: ChainProbe<Account>,
  permission: ChainProbe<unknown> | null,
): ChainProbe<Custody> {
  return defineProbe({
    id: 'message.submit',
    needs: { settings, relay, ...(permission && { permission }) },
    considers: { account },
    deadline: times.smtpData,
    run: async ({ settings, relay, account }, { clock, recorder }: ChainPorts, step): Promise<Outcome<Custody>> => {
      const envelope = envelopeOf(request, hasValue(account) ? account.value : null);
      if (!envelope.ok) return failed(envelope.error);
      const { sender, recipients } = envelope.value;
      const messageIdDomain = fullHostName(recorder.hostname, settings.os.machineDomain) ?? sender.domain;
      const message = await composeMessage(draftOf(request, envelope.value, messageIdDomain), clock);
      return submitMessage({ relay, sender, recipients, message, requestDsn: true }, step);
    },
  });
}
