import type { SMTPServerAuthentication, SMTPServerOptions, SMTPServerSession } from 'smtp-server';
import { findAccount, type LabAccount, signIn } from '../accounts.ts';
import type { ServerCertificate } from '../certificates.ts';
import { relayName } from '../dns/records.ts';
import type { Endpoint } from '../listeners.ts';
import { cap, type LabLog } from '../log.ts';
import { collect, listenSmtp, refusal, type SmtpListener } from './listen.ts';
import { newQueueId, receivedField } from './mailbox.ts';
import { judgeRecipient, type RelayPolicy, type RelayService } from './policy.ts';
import type { Queue } from './queue.ts';

export interface Relay {
  readonly policy: RelayPolicy;
  readonly accounts: readonly LabAccount[];
  readonly certificate: ServerCertificate;
  /** Newest TLS version it speaks; before 1.2, no sound client can talk to it. */
  readonly newestTls: 'TLSv1.3' | 'TLSv1.1';
  readonly queue: Queue;
  readonly log: LabLog;
}

/** One of the relay's services. Rejects with the system's error when it cannot listen. */
export async function serveRelay(at: Endpoint, service: RelayService, relay: Relay): Promise<SmtpListener> {
  const listener = await listenSmtp(at, {
    ...relay.certificate,
    ...(relay.newestTls === 'TLSv1.1' ? { minVersion: 'TLSv1', maxVersion: 'TLSv1.1' } : {}),
    name: relayName,
    secure: service === 'submissions',
    size: relay.policy.size,
    // Whether a stranger may send is decided at each recipient.
    authOptional: true,
    authMethods: ['PLAIN', 'LOGIN'],
    ...sessionHooks(service, relay),
    onData: (stream, session, done) => {
      const cut = () => listener.drop(session);
      collect(stream).then((body) => done(...take(body, session, relay, cut)), done);
    },
  });
  return listener;
}

function sessionHooks(service: RelayService, { policy, accounts, log }: Relay): SMTPServerOptions {
  const always = [
    ...(policy.startTls === 'missing' ? ['STARTTLS'] : []),
    ...(policy.auth === 'missing' ? ['AUTH'] : []),
  ];
  return {
    onConnect(session, done) {
      // A relay without STARTTLS offers AUTH in clear text, as old ones do: the trap for careless clients.
      const unprotected = !session.secure && policy.startTls === 'offered';
      session.disabledCommands = unprotected ? [...always, 'AUTH'] : always;
      done(policy.greeting === 'ready' ? undefined : refusal(421, `4.3.2 ${relayName} Service not available`));
    },
    onSecure(_socket, session, done) {
      session.disabledCommands = always;
      done();
    },
    onAuth(auth, session, done) {
      const account = policy.auth === 'other-password' ? undefined : checked(auth, accounts);
      log.add({ kind: 'smtp.auth', port: session.localPort, name: cap(auth.username ?? ''), accepted: !!account });
      if (account) done(null, { user: account.upn });
      else done(refusal(535, '5.7.8 Error: authentication failed: authentication failure'));
    },
    onRcptTo({ address }, session, done) {
      const sender = session.envelope.mailFrom ? session.envelope.mailFrom.address : '';
      const account = accountOf(session, accounts);
      const refused = judgeRecipient({ account, service, sender, recipient: address }, policy, accounts);
      const reply = refused?.code ?? 250;
      log.add({ kind: 'smtp.recipient', port: session.localPort, address: cap(address), reply });
      done(refused ? refusal(refused.code, refused.text) : undefined);
    },
  };
}

/** The reply to a whole message. */
function take(
  body: Buffer | 'too-large',
  session: SMTPServerSession,
  { policy, queue, log }: Relay,
  cut: () => void,
): [Error | null, string?] {
  if (body === 'too-large') return [refusal(552, '5.3.4 Error: message file too big')];
  if (policy.data === 'refused') return [refusal(550, '5.7.1 Message rejected by content filter')];
  const queueId = newQueueId();
  const from = session.envelope.mailFrom ? session.envelope.mailFrom.address : '';
  const to = session.envelope.rcptTo.map(({ address, dsn }) => ({ address, notify: dsn?.notify ?? [] }));
  const protocol = `ESMTP${session.secure ? 'S' : ''}${session.user ? 'A' : ''}`;
  const trace = receivedField(session.hostNameAppearsAs, relayName, protocol, queueId);
  log.add({ kind: 'smtp.message', queueId, from, to: to.map(({ address }) => address) });
  queue.accept(queueId, { from, to }, Buffer.concat([trace, body]));
  // The message is on its way and the client will never know: why "uncertain" must not be sent again.
  if (policy.data === 'dropped') cut();
  return [null, `2.0.0 Ok: queued as ${queueId}`];
}

function checked({ username = '', password }: SMTPServerAuthentication, accounts: readonly LabAccount[]) {
  return signIn(accounts, username, password ?? '').account;
}

function accountOf(session: SMTPServerSession, accounts: readonly LabAccount[]): LabAccount | undefined {
  return typeof session.user === 'string' ? findAccount(accounts, session.user) : undefined;
}
