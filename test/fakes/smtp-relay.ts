import { createAttemptBudget, Secret, systemClock } from '../../src/core/index.ts';
import { createTrust } from '../../src/net/index.ts';
import { type AuthenticatedRelay, authenticate, type OpenRelay, openEndpoints } from '../../src/submission/index.ts';
import { type RecordingStep, recordingStep } from './recording-step.ts';
import { authority, type FakeSmtpServer, fakeSmtpServer, mailHost, type SmtpScript } from './smtp-server.ts';

export const password = new Secret('secret-pass');
export const user = 'alice@corp.example';
export const deps = { clock: systemClock, trust: createTrust([authority.pem]), helo: 'client.corp.example' };

export interface OpenedRelay {
  readonly server: FakeSmtpServer;
  readonly step: RecordingStep;
  readonly relay: OpenRelay;
  /** Ends the run and the server. */
  end(): Promise<void>;
}

/** A fake relay with a session over verified TLS, nobody signed in. */
export async function openRelay(script: SmtpScript = {}): Promise<OpenedRelay> {
  const server = await fakeSmtpServer({ security: 'implicit', ...script });
  const step = recordingStep();
  const endpoint = { port: server.port, security: script.security ?? ('implicit' as const) };
  const race = openEndpoints({ host: mailHost, addresses: ['127.0.0.1'], endpoints: [endpoint] }, deps, step);
  const outcome = await race.best(step);
  if (outcome.kind !== 'passed') throw new Error(`the fake relay did not open: ${JSON.stringify(outcome)}`);
  const end = () => {
    step.end();
    return server.close();
  };
  return { server, step, relay: outcome.value, end };
}

/** The same with alice signed in. */
export async function signedInRelay(
  script: SmtpScript = {},
): Promise<Omit<OpenedRelay, 'relay'> & { readonly relay: AuthenticatedRelay }> {
  const opened = await openRelay(script);
  const outcome = await authenticate(
    { relay: opened.relay, user, password, budget: createAttemptBudget() },
    opened.step,
  );
  if (outcome.kind !== 'passed') throw new Error(`alice could not sign in: ${JSON.stringify(outcome)}`);
  return { ...opened, relay: outcome.value };
}
