import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { codes, waypost } from './waypost.ts';
import { startWorld, type World } from './world/index.ts';

let world: World;

beforeAll(async () => {
  world = await startWorld();
});

afterEach(async () => {
  await world.reset();
});

function diagnose(server: string, more: readonly string[] = []) {
  const args = ['diagnose', '--server', server, '--user', 'alice@corp.example', '--to', 'bob@partner.example', ...more];
  return waypost(world, args, { password: world.users.alice.password });
}

/** Every line that reached a misbehaving server in clear, or after a handshake that ought to have ended it. */
function secretsSeenBy(host: keyof World['evil']['addresses'], onlyClear: boolean): string[] {
  if (host === 'refusing' || host === 'blackhole') return [];
  return world.evil
    .received(host)
    .filter(({ isSecure }) => !onlyClear || !isSecure)
    .map(({ line }) => line)
    .filter((line) => /^AUTH/i.test(line));
}

describe('a relay whose certificate cannot be believed gets no password', () => {
  it.each([
    ['expired', 'tls.expired', 1],
    ['notyet', 'tls.not-yet-valid', 1],
    ['wrongname', 'tls.name-mismatch', 1],
    ['cnonly', 'tls.name-mismatch', 1],
    ['selfsigned', 'tls.untrusted-issuer', 3],
    ['stranger', 'tls.untrusted-issuer', 3],
    ['weakkey', 'tls.weak', 1],
    ['sha1', 'tls.weak', 1],
    ['oldtls', 'tls.handshake-failed', 1],
  ] as const)('%s: %s', async (host, expected, exitCode) => {
    const { code, report } = await diagnose(host);
    expect(report.firstFailure).toMatchObject({ probe: 'relay.endpoint', code: expected });
    expect(code).toBe(exitCode);
    expect(secretsSeenBy(host, false)).toEqual([]);
    expect(report.chain.relay?.endpoints.length).toBeGreaterThan(0);
  });
});

describe('a relay that offers no safe way in gets no password', () => {
  it.each([
    ['notls', ['--security', 'starttls'], 'smtp.tls-not-offered'],
    ['tlsrefused', ['--security', 'starttls'], 'smtp.service-unavailable'],
    ['injected', ['--security', 'starttls'], 'smtp.protocol-error'],
    ['noauth', [], 'smtp.auth-not-offered'],
    ['busy', [], 'smtp.service-unavailable'],
    ['garbage', [], 'smtp.protocol-error'],
    ['refusing', [], 'smtp.no-secure-endpoint'],
  ] as const)('%s %j: %s', async (host, more, expected) => {
    const { report } = await diagnose(host, more);
    expect(codes(report)).toContain(expected);
    expect(secretsSeenBy(host, true)).toEqual([]);
    expect(report.outcome).not.toBe('passed');
  });

  it('drip: a greeting that drips does not outlive its deadline', async () => {
    const { report } = await diagnose('drip', ['--timeout', '12']);
    expect(report.outcome).not.toBe('passed');
    expect(report.duration).toBeLessThan(13_500);
  });
});

describe('a relay that refuses', () => {
  it.each([
    ['authreject', 'smtp.auth-rejected'],
    ['authecho', 'smtp.auth-rejected'],
    ['authlater', 'smtp.auth-unavailable'],
    ['senderrefused', 'smtp.sender-refused'],
    ['relaydenied', 'smtp.relay-denied'],
    ['greylist', 'smtp.greylisted'],
    ['toolarge', 'smtp.too-large'],
    ['spam', 'smtp.message-refused'],
    ['data250', 'smtp.protocol-error'],
    ['dropafterdata', 'smtp.uncertain'],
  ] as const)('%s: %s', async (host, expected) => {
    const { report, stdout } = await diagnose(host);
    expect(codes(report)).toContain(expected);
    expect(stdout).not.toContain(world.users.alice.password);
    expect(stdout).not.toContain(Buffer.from(world.users.alice.password).toString('base64').replace(/=+$/, ''));
  });

  it('says that a message is uncertain when the connection is lost after the final dot, and sends it once', async () => {
    const { report } = await diagnose('dropafterdata');
    expect(report.chain.custody?.state).toBe('uncertain');
    const dots = world.evil.received('dropafterdata').filter(({ line }) => line === '(final dot)');
    expect(dots).toHaveLength(1);
  });

  it('tells the sender apart who does not belong to the account', async () => {
    const args = ['diagnose', '--server', 'mail', '--user', world.users.wrongsender.upn, '--to', 'bob@partner.example'];
    const { report } = await waypost(world, args, { password: world.users.wrongsender.password });
    expect(codes(report)).toContain('smtp.sender-refused');
  });
});

describe('a relay for everybody', () => {
  it('is found out', async () => {
    const { report } = await diagnose('open');
    expect(codes(report)).toContain('smtp.open-relay');
    expect(report.chain.relayPermission).toContainEqual(
      expect.objectContaining({ authenticated: false, scope: 'external', verdict: 'accepted' }),
    );
  });
});

describe('a relay with a dead address', () => {
  it('is reached at its other one', async () => {
    await world.fault.drop({ host: 'mail', address: world.address.mailTwin });
    const { code, report } = await diagnose('twin');
    expect(report.chain.relay?.address).toBe(world.address.mail);
    expect([0, 1]).toContain(code);
  });

  it('and a dead port 465 is reached at 587', async () => {
    await world.fault.drop({ host: 'mail', ports: [465] });
    const { code, report } = await diagnose('mail');
    expect(code).toBe(0);
    expect(report.chain.relay).toMatchObject({ port: 587, security: 'starttls' });
  });
});
