import { deadline, failed, type Outcome, passed, times, untilAborted } from '../../core/index.ts';
import { peerName } from '../../net/index.ts';
import { ended } from '../../problems/index.ts';
import type { Step } from '../../run/index.ts';
import { maskOf } from '../plain.ts';
import { lossProblem } from '../session/problem.ts';
import type { MailboxSignIn } from '../sign-in.ts';
import { createClient, type ImapLogin } from './client.ts';
import { signInProblem } from './problem.ts';
import { ImapSession } from './session.ts';

export interface SignedInImap {
  readonly protocol: 'imap';
  readonly host: string;
  readonly user: string;
  readonly session: ImapSession;
}

/** SASL PLAIN or LOGIN where they are offered, else the LOGIN command (RFC 9051 6.2), through the library. */
export async function signInToImap(signIn: MailboxSignIn, step: Step): Promise<Outcome<SignedInImap>> {
  const { mailbox, user, password, budget } = signIn;
  const { session: before, mechanisms } = mailbox;
  const { peer } = before;
  const released = before.releaseSecured();
  if (!released.ok) {
    // The password has not been sent.
    budget.succeeded();
    return failed(lossProblem(released.error, peer, 'nothing before the sign-in'));
  }
  const loginMethod = methodOf(mechanisms);
  const mask = maskOf(user, password);
  const client = await createClient(released.value, { host: peer.host, user, pass: password.reveal(), loginMethod });
  const name = peerName(peer.address, peer.port);
  const asked = `${loginMethod === 'LOGIN' ? 'LOGIN' : loginMethod.replace('AUTH=', 'AUTHENTICATE ')} (credentials)`;
  step.line('imap', name, 'sent', asked);
  const done = step.exchange('imap', name, asked);
  const limit = deadline(step.signal, times.mailboxCommand);
  try {
    await untilAborted(client.connect(), limit.signal);
    budget.succeeded();
    done('OK');
    const session = new ImapSession(client, peer, mask);
    step.defer(() => session.quit());
    return passed({ protocol: 'imap', host: peer.host, user, session });
  } catch (error) {
    // Whatever else happened, the server may have counted it as a wrong password.
    budget.failed();
    client.close();
    const found = signInProblem(error, peer, user, mask, limit.signal);
    done(found.evidence[0] ?? found.code);
    return ended(found);
  } finally {
    limit.clear();
  }
}

function methodOf(mechanisms: readonly string[]): ImapLogin['loginMethod'] {
  if (mechanisms.includes('PLAIN')) return 'AUTH=PLAIN';
  return mechanisms.includes('LOGIN') ? 'AUTH=LOGIN' : 'LOGIN';
}
