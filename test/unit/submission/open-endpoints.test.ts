import { createServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { type Outcome, systemClock } from '../../../src/core/index.ts';
import { createTrust } from '../../../src/net/index.ts';
import { type OpenRelay, openEndpoints, type RelayTarget } from '../../../src/submission/index.ts';
import { recordingStep } from '../../fakes/recording-step.ts';
import { authority, type FakeSmtpServer, fakeSmtpServer, mailHost, type SmtpScript } from '../../fakes/smtp-server.ts';

const deps = { clock: systemClock, trust: createTrust([authority.pem]), helo: 'client.corp.example' };
const ends: (() => unknown)[] = [];

afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function serving(script: SmtpScript): Promise<FakeSmtpServer & { endpoint: RelayTarget['endpoints'][number] }> {
  const server = await fakeSmtpServer(script);
  ends.push(server.close);
  return { ...server, endpoint: { port: server.port, security: script.security ?? 'starttls' } };
}

function race(endpoints: RelayTarget['endpoints']) {
  const step = recordingStep();
  ends.push(step.end);
  const opened = openEndpoints({ host: mailHost, addresses: ['127.0.0.1'], endpoints }, deps, step);
  return { step, opened };
}

async function unusedPort(): Promise<number> {
  const server = await fakeSmtpServer();
  await server.close();
  return server.port;
}

const codeOf = (outcome: Outcome<OpenRelay>) => ('problem' in outcome ? outcome.problem.code : outcome.kind);

describe('opening a relay', () => {
  it('takes the best endpoint, although a lesser one may be quicker', async () => {
    const [implicit, starttls] = [await serving({ security: 'implicit' }), await serving({})];
    const { opened, step } = race([implicit.endpoint, starttls.endpoint]);
    const outcome = await opened.best(step);
    expect(outcome.kind === 'passed' && outcome.value).toMatchObject({
      host: mailHost,
      port: implicit.port,
      security: 'implicit',
      mechanisms: ['PLAIN', 'LOGIN'],
      tls: { protocol: 'TLSv1.3', certificate: { verified: true } },
    });
  });

  it('keeps one that it does not use as a spare, and none when there is no other', async () => {
    const [implicit, starttls] = [await serving({ security: 'implicit' }), await serving({})];
    const two = race([implicit.endpoint, starttls.endpoint]);
    expect((await two.opened.spare(two.step))?.peer.port).toBe(starttls.port);
    const one = race([implicit.endpoint]);
    expect(await one.opened.spare(one.step)).toBeNull();
  });

  it('tells of every endpoint what it is like, and leaves those that it does not use', async () => {
    const [implicit, starttls] = [await serving({ security: 'implicit' }), await serving({})];
    const { opened, step } = race([implicit.endpoint, starttls.endpoint]);
    await opened.best(step);
    const rows = await opened.survey(step);
    expect(rows.map(({ state }) => state)).toEqual(['chosen', 'usable']);
    (await opened.spare(step))?.quit();
    expect(rows[1]).toMatchObject({ greeting: `220 ${mailHost} ESMTP`, mechanisms: ['PLAIN', 'LOGIN'], problem: null });
    expect(rows[1]?.extensions).toContain('PIPELINING');
    await expect.poll(() => starttls.commands.at(-1)).toBe('QUIT');
  });

  it('goes on with the second endpoint when the first refuses connections', async () => {
    const port = await unusedPort();
    const second = await serving({});
    const { opened, step } = race([{ port, security: 'implicit' }, second.endpoint]);
    const outcome = await opened.best(step);
    expect(outcome.kind === 'passed' && outcome.value.port).toBe(second.port);
    expect((await opened.survey(step))[0]).toMatchObject({ state: 'unusable', problem: 'net.refused' });
  });

  it('does not wait longer than half a second for a better endpoint that stalls', async () => {
    const [silent, second] = [await serving({ greeting: () => {} }), await serving({})];
    const { opened, step } = race([silent.endpoint, second.endpoint]);
    const outcome = await opened.best(step);
    expect(outcome.kind === 'passed' && outcome.value.port).toBe(second.port);
    expect((await opened.survey(step))[0]?.state).toBe('not-finished');
  });

  it('introduces itself by a full name, and again after TLS', async () => {
    const server = await serving({});
    const { opened, step } = race([server.endpoint]);
    await opened.best(step);
    expect(server.commands).toEqual(['EHLO client.corp.example', 'STARTTLS', 'EHLO client.corp.example']);
  });

  it('never goes on without TLS where STARTTLS is not offered, however inviting', async () => {
    const server = await serving({ offersBeforeTls: ['PIPELINING', 'AUTH PLAIN'] });
    const { opened, step } = race([server.endpoint]);
    expect(codeOf(await opened.best(step))).toBe('smtp.tls-not-offered');
    expect(server.commands.filter((command) => !/^(EHLO|QUIT)/.test(command))).toEqual([]);
  });

  it('forgets what was offered before TLS', async () => {
    const server = await serving({ offersBeforeTls: ['STARTTLS', 'AUTH PLAIN', 'DSN'], offers: ['SIZE 5'] });
    const { opened, step } = race([server.endpoint]);
    expect(codeOf(await opened.best(step))).toBe('smtp.auth-not-offered');
    expect((await opened.survey(step))[0]).toMatchObject({ extensions: ['SIZE'], mechanisms: [] });
  });

  it('leaves the decision on an unknown issuer to a person', async () => {
    const server = await serving({ certificate: authority.issue([mailHost], 'untrusted-issuer') });
    const { opened, step } = race([server.endpoint]);
    const outcome = await opened.best(step);
    expect(outcome.kind).toBe('unknown');
    expect(codeOf(outcome)).toBe('tls.untrusted-issuer');
  });

  it.each([
    ['wrong-name', 'tls.name-mismatch'],
    ['expired', 'tls.expired'],
    ['not-yet-valid', 'tls.not-yet-valid'],
  ] as const)('names a TLS problem (%s) rather than closed ports', async (kind, code) => {
    const port = await unusedPort();
    const server = await serving({ certificate: authority.issue([mailHost], kind) });
    const { opened, step } = race([{ port, security: 'implicit' }, server.endpoint]);
    const outcome = await opened.best(step);
    expect(codeOf(outcome)).toBe(code);
    expect('problem' in outcome && outcome.problem.evidence.at(-1)).toContain(`port ${port}: net.refused`);
  });

  it('says that no port is open, with what happened to each', async () => {
    const ports = [await unusedPort(), await unusedPort()];
    const { opened, step } = race(ports.map((port) => ({ port, security: 'implicit' })));
    const outcome = await opened.best(step);
    expect(outcome.kind).toBe('failed');
    expect('problem' in outcome && outcome.problem).toMatchObject({
      code: 'smtp.no-secure-endpoint',
      cause: { code: 'net.refused' },
      evidence: ports.map((port) => expect.stringContaining(`port ${port}: net.refused`)),
    });
  });

  it.each([
    ['421 4.3.2 Too many connections', 'smtp.service-unavailable'],
    ['554 5.7.1 No service for you', 'smtp.service-unavailable'],
    ['250 hello', 'smtp.protocol-error'],
    ['SSH-2.0-OpenSSH_9.6', 'smtp.protocol-error'],
    ['HTTP/1.1 400 Bad Request', 'smtp.protocol-error'],
  ])('understands the greeting %s', async (greeting, code) => {
    const server = await serving({ greeting });
    const { opened, step } = race([server.endpoint]);
    expect(codeOf(await opened.best(step))).toBe(code);
  });

  it('reads an answer that drips octet by octet', async () => {
    const server = await serving({ greeting: ({ drip }) => drip(`220-${mailHost}\r\n220 ready\r\n`) });
    const { opened, step } = race([server.endpoint]);
    expect((await opened.best(step)).kind).toBe('passed');
  });

  it('ends at once when its run is cancelled, with every socket closed', async () => {
    const server = await serving({ greeting: () => {} });
    const { opened, step } = race([server.endpoint]);
    const best = opened.best(step);
    await expect.poll(server.connections).toBe(1);
    step.end();
    expect(codeOf(await best)).toBe('run.cancelled');
    await expect.poll(server.open).toBe(0);
  });

  it.each<[string, SmtpScript]>([
    ['before the greeting', { greeting: ({ drop }) => drop() }],
    ['at EHLO', { on: { EHLO: ({ drop }) => drop() } }],
    ['at STARTTLS', { on: { STARTTLS: ({ drop }) => drop() } }],
    ['at EHLO after TLS', { on: { EHLO: (c) => (c.secure ? c.drop() : c.write('250-x\r\n250 STARTTLS\r\n')) } }],
  ])('says that the connection was lost %s', async (_, script) => {
    const server = await serving(script);
    const { opened, step } = race([server.endpoint]);
    expect(codeOf(await opened.best(step))).toBe('net.reset');
  });

  it('says that the handshake failed when the server speaks no TLS after 220', async () => {
    const server = await serving({
      on: {
        STARTTLS: (connection) => {
          connection.write('220 2.0.0 Ready\r\n');
          connection.nextLine(() => connection.write('500 5.5.2 What?\r\n'));
          setTimeout(connection.drop, 20);
        },
      },
    });
    const { opened, step } = race([server.endpoint]);
    expect(codeOf(await opened.best(step))).toBe('tls.handshake-failed');
  });

  it('does not read a banner without an end', async () => {
    const server = await serving({ greeting: ({ write }) => write(`220 ${'x'.repeat(200_000)}`) });
    const { opened, step } = race([server.endpoint]);
    expect(codeOf(await opened.best(step))).toBe('smtp.protocol-error');
    await expect.poll(server.open).toBe(0);
  });

  it('gives up a connection that the server closes', async () => {
    const server = createServer((socket) => socket.end());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    ends.push(() => server.close());
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const { opened, step } = race([{ port, security: 'starttls' }]);
    expect(codeOf(await opened.best(step))).toBe('net.reset');
  });
});
