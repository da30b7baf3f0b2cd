import { type Problem, type Result, systemClock } from '../../src/core/index.ts';
import { type MailboxServer, type OpenMailbox, openMailbox } from '../../src/mailbox/index.ts';
import { createTrust, talkOf } from '../../src/net/index.ts';
import type { MailboxReport } from '../../src/run/index.ts';
import { fakeImapServer, type ImapScript } from './imap-server.ts';
import type { FakeMailboxServer } from './mailbox-server.ts';
import { fakePop3Server, type Pop3Script } from './pop3-server.ts';
import { type RecordingStep, recordingStep } from './recording-step.ts';
import { authority, mailHost } from './smtp-server.ts';

export interface TriedMailbox {
  readonly server: FakeMailboxServer;
  readonly step: RecordingStep;
  readonly seen: Pick<MailboxReport, 'address' | 'greeting' | 'tls'>;
  readonly opened: Result<OpenMailbox, Problem>;
}

const running: { server: FakeMailboxServer; step: RecordingStep }[] = [];

/** Opens a fake server that follows a script. */
export function tryImap(script: ImapScript = {}): Promise<TriedMailbox> {
  return tryServer('imap', fakeImapServer(script), script.security);
}

export function tryPop3(script: Pop3Script = {}): Promise<TriedMailbox> {
  return tryServer('pop3', fakePop3Server(script), script.security);
}

async function tryServer(
  protocol: MailboxServer['protocol'],
  starting: Promise<FakeMailboxServer>,
  security: MailboxServer['security'] = 'implicit',
): Promise<TriedMailbox> {
  const server = await starting;
  const step = recordingStep();
  running.push({ server, step });
  const seen: TriedMailbox['seen'] = { address: null, greeting: null, tls: null };
  const target: MailboxServer = { protocol, host: mailHost, addresses: ['127.0.0.1'], port: server.port, security };
  const deps = { clock: systemClock, trust: createTrust([authority.pem]) };
  return { server, step, seen, opened: await openMailbox(target, deps, talkOf(step), seen) };
}

/** The mailbox of a try that has to have gone well. */
export function openOf({ opened }: TriedMailbox): OpenMailbox {
  if (!opened.ok) throw new Error(`the fake server did not open: ${opened.error.code} ${opened.error.evidence}`);
  return opened.value;
}

/** Ends all runs and servers of a test. */
export async function endMailboxes(): Promise<void> {
  for (const { server, step } of running.splice(0)) {
    step.end();
    await server.close();
  }
}
