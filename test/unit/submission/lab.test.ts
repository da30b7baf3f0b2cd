import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAttemptBudget, type Outcome, Secret, systemClock } from '../../../src/core/index.ts';
import { type Lab, startLab } from '../../../src/lab/index.ts';
import { createTrust } from '../../../src/net/index.ts';
import {
  authenticate,
  checkPermission,
  checkStrangers,
  composeMessage,
  openEndpoints,
  submitMessage,
} from '../../../src/submission/index.ts';
import { address } from '../../fakes/addresses.ts';
import { recordingStep } from '../../fakes/recording-step.ts';

let lab: Lab;

beforeAll(async () => {
  lab = await startLab();
});
afterAll(() => lab.stop());

function passedValue<T>(outcome: Outcome<T>): T {
  if (outcome.kind === 'passed') return outcome.value;
  throw new Error(JSON.stringify(outcome));
}

describe('submission in the embedded world', () => {
  it('ends with a message in the mailbox of the partner', async () => {
    const step = recordingStep();
    const deps = { clock: systemClock, trust: createTrust([lab.ca]), helo: 'client.corp.example' };
    const sender = address('alice@corp.example');
    const bob = address('bob@partner.example');
    const target = {
      host: 'mail.corp.example',
      addresses: ['127.0.0.1'],
      endpoints: [
        { port: lab.ports.submissions, security: 'implicit' },
        { port: lab.ports.submission, security: 'starttls' },
        { port: lab.ports.smtp, security: 'starttls' },
      ],
    } as const;

    const race = openEndpoints(target, deps, step);
    const open = passedValue(await race.best(step));
    expect((await race.survey(step)).map(({ state }) => state)).toEqual(['chosen', 'usable', 'usable']);

    const signIn = { user: 'alice@corp.example', password: new Secret(lab.password), budget: createAttemptBudget() };
    const relay = passedValue(await authenticate({ relay: open, ...signIn }, step));
    const recipients = [
      { address: sender, scope: 'internal' },
      { address: bob, scope: 'external' },
    ] as const;
    const permission = passedValue(await checkPermission({ relay, sender, recipients }, step));
    expect(permission.map(({ verdict }) => verdict)).toEqual(['accepted', 'accepted']);

    const [endpoint] = target.endpoints;
    const strangers = passedValue(
      await checkStrangers({ target, endpoint, spare: null, sender, recipients }, deps, step),
    );
    expect(strangers.map(({ verdict }) => verdict)).toEqual(['refused', 'refused']);

    const attachments = [{ name: 'Größe.txt', content: Buffer.from('1 m') }];
    const draft = { from: sender, to: [bob], subject: 'Grüße', text: '.\nHallo\n', attachments };
    const message = await composeMessage({ ...draft, messageIdDomain: 'client.corp.example' }, systemClock);
    const custody = passedValue(
      await submitMessage({ relay, sender, recipients: [bob], message, requestDsn: true, requireTls: false }, step),
    );
    expect(custody.statement).toBe(
      `accepted by mail.corp.example as queue id ${custody.queueId}; delivery beyond it is not guaranteed`,
    );
    await lab.idle();
    const [arrived] = lab.mailbox('bob@partner.example');
    expect(arrived?.raw.toString('latin1')).toContain(message.bytes.toString('latin1'));
    step.end();
  });
});
