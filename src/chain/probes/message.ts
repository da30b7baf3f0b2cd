import { failed, hasValue, type Outcome, passed, times } from '../../core/index.ts';
import type { Account } from '../../directory/index.ts';
import { defineProbe } from '../../run/index.ts';
import {
  type AuthenticatedRelay,
  type ComposedMessage,
  type Custody,
  composeMessage,
  submitMessage,
} from '../../submission/index.ts';
import { fullHostName } from '../helo.ts';
import { draftOf, type Envelope, envelopeOf } from '../mail-request.ts';
import type { ChainPorts, ChainProbe } from '../ports.ts';
import type { ChainRequest } from '../request.ts';
import type { NameSettings } from './system.ts';

/** A message that is ready to go, and whom it goes to. */
export interface ReadyMessage {
  readonly envelope: Envelope;
  readonly message: ComposedMessage;
}

/** The test message, written while the relay is still being spoken to. */
export function composition(
  request: ChainRequest,
  settings: ChainProbe<NameSettings>,
  account: ChainProbe<Account>,
): ChainProbe<ReadyMessage> {
  return defineProbe({
    id: 'message.compose',
    needs: { settings },
    considers: { account },
    deadline: times.smtpCommand,
    run: async ({ settings, account }, { clock, recorder }: ChainPorts): Promise<Outcome<ReadyMessage>> => {
      const envelope = envelopeOf(request, hasValue(account) ? account.value : null);
      if (!envelope.ok) return failed(envelope.error);
      const hostName = fullHostName(recorder.hostname, settings.os.machineDomain);
      const draft = draftOf(request, envelope.value, hostName ?? envelope.value.sender.domain);
      return passed({ envelope: envelope.value, message: await composeMessage(draft, clock) });
    },
  });
}

/** A message that the gateway has taken. */
export interface Submitted {
  readonly custody: Custody;
  /** By the run's clock. */
  readonly acceptedAt: number;
}

interface SubmissionNeeds {
  readonly relay: ChainProbe<AuthenticatedRelay>;
  readonly ready: ChainProbe<ReadyMessage>;
  /** Left out when nobody asked for the relay check. */
  readonly permission?: ChainProbe<unknown>;
}

/** The test message goes out, and how far it is known to have got. */
export function submission(request: ChainRequest, needs: SubmissionNeeds): ChainProbe<Submitted> {
  return defineProbe({
    id: 'message.submit',
    needs: { ...needs },
    deadline: times.smtpData,
    run: async ({ relay, ready }, { clock }: ChainPorts, step): Promise<Outcome<Submitted>> => {
      const { envelope, message } = ready;
      const { dsn, requireTls } = request.message;
      const outcome = await submitMessage({ relay, ...envelope, message, requestDsn: dsn, requireTls }, step);
      return hasValue(outcome) ? { ...outcome, value: { custody: outcome.value, acceptedAt: clock.now() } } : outcome;
    },
  });
}
