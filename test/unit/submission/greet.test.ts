import { afterEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../../src/core/index.ts';
import { greet } from '../../../src/submission/index.ts';
import { recordingStep } from '../../fakes/recording-step.ts';
import { type FakeSmtpServer, fakeSmtpServer, type SmtpScript } from '../../fakes/smtp-server.ts';

const servers: FakeSmtpServer[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

async function greeted(script: SmtpScript) {
  const server = await fakeSmtpServer(script);
  servers.push(server);
  const gateway = { host: 'gw.partner.example', addresses: ['127.0.0.1'], port: server.port };
  return { server, answer: await greet(gateway, { clock: systemClock }, recordingStep()) };
}

describe('a gateway', () => {
  it('is greeted and left again, without a word about mail', async () => {
    const { server, answer } = await greeted({ greeting: '220 gw.partner.example ESMTP' });
    expect(answer).toMatchObject({ greeting: '220 gw.partner.example ESMTP', problem: null });
    await expect.poll(() => server.commands).toEqual(['QUIT']);
    await expect.poll(server.open).toBe(0);
  });

  it('may send this client away', async () => {
    const { answer } = await greeted({ greeting: '554 5.7.1 Blocked, see https://bl.example/' });
    expect(answer).toMatchObject({
      greeting: '554 5.7.1 Blocked, see https://bl.example/',
      problem: { code: 'smtp.service-unavailable' },
    });
  });

  it('may close without a word', async () => {
    const { answer } = await greeted({ greeting: ({ drop }) => drop() });
    expect(answer).toMatchObject({ greeting: null, problem: { code: 'net.reset' } });
  });
});
