// Threat: the environment of a machine, set once for a test and forgotten, tells Node to believe every certificate, to speak
// old TLS or to take weak ciphers; or a certificate says in its common name what its subjectAltName does not say, from a CA
// that checks less there. The verdict is ours: chain to the system's issuers, and a subjectAltName that matches.
import type { AddressInfo } from 'node:net';
import { createServer, type DetailedPeerCertificate, type TLSSocket } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../src/core/index.ts';
import { makeAuthority } from '../../src/lab/index.ts';
import { connect, createTrust, secure } from '../../src/net/index.ts';
import { judgeCertificate } from '../../src/net/judge.ts';
import { binds, canary, hostileWorld } from '../fakes/hostile-world.ts';
import { type RealCli, realCli } from '../fakes/real-cli.ts';
import { recordingStep } from '../fakes/recording-step.ts';

let cli: RealCli;
beforeAll(async () => {
  cli = await realCli();
}, 60_000);
afterAll(() => cli.remove());

const host = 'mail.corp.example';

describe('the environment', () => {
  it.each([
    ['NODE_TLS_REJECT_UNAUTHORIZED', '0'],
    ['NODE_OPTIONS', '--tls-min-v1.0 --tls-cipher-list=ALL:@SECLEVEL=0'],
  ])('cannot weaken the verdict: %s', async (name, value) => {
    const world = await hostileWorld();
    const other = cli.file('other.pem', makeAuthority().pem);
    const run = cli.start([...world.words('send', other), '--json'], { stdin: `${canary}\n`, env: { [name]: value } });
    const { code, out } = await run.ended;
    expect(code).toBe(3);
    expect(out.toString()).toContain('tls.untrusted-issuer');
    expect([binds(world.dc), world.relay.commands]).toEqual([0, []]);
    await world.stop();
  });

  it('without an issuer to trust, nobody is trusted: Node’s own list does not step in', async () => {
    const server = createServer(makeAuthority().issue([host]));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    expect(await verdictOn(port, createTrust([]))).toBe('tls.untrusted-issuer');
    server.close();
  });
});

async function verdictOn(port: number, trust: ReturnType<typeof createTrust>): Promise<string> {
  const step = recordingStep();
  const caller = { clock: systemClock, step, signal: step.signal };
  const connection = await connect({ host, port, addresses: ['127.0.0.1'] }, caller);
  if (!connection.ok) throw new Error(connection.error.code);
  const result = await secure(connection.value.socket, { host, port }, trust, caller);
  step.end();
  return result.ok ? 'trusted' : result.error.problem.code;
}

describe('a certificate', () => {
  const certificate = (subjectaltname: string | undefined) =>
    ({
      subject: { CN: host },
      subjectaltname,
      issuer: { CN: 'x' },
      raw: Buffer.alloc(0),
      bits: 2048,
    }) as unknown as DetailedPeerCertificate;

  it.each([
    ['no subjectAltName', undefined],
    ['an address only', 'IP Address:192.0.2.1'],
    ['a URI with the name', `URI:https://${host}/`],
    ['a mail address with the name in it', `email:"x, DNS:${host}"`],
    ['the name with a NUL and more', `DNS:"${host}\\u0000.evil.example"`],
    ['another name', 'DNS:evil.example'],
    ['a wildcard over two labels', 'DNS:*.example'],
  ])('is not believed for its common name when it has %s', (_what, names) => {
    expect(judgeCertificate(certificate(names), null, { host, port: 465 })?.code).toBe('tls.name-mismatch');
  });

  it('is believed for its subjectAltName', () => {
    expect(judgeCertificate(certificate(`DNS:${host}`), null, { host, port: 465 })).toBeNull();
  });
});

describe('a TLS 1.2 session', () => {
  it('is not renegotiated: a second certificate would be nobody’s to judge', async () => {
    const authority = makeAuthority();
    let ending = '';
    let onEnd = () => {};
    const over = new Promise<void>((resolve) => {
      onEnd = resolve;
    });
    const server = createServer({ ...authority.issue([host]), maxVersion: 'TLSv1.2' }, (socket: TLSSocket) => {
      socket.on('error', () => {});
      const end = (how: string) => {
        ending ||= how;
        onEnd();
      };
      socket.once('close', () => end('closed'));
      socket.renegotiate({}, (error) => end(error === null ? 'renegotiated' : 'refused'));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const step = recordingStep();
    const caller = { clock: systemClock, step, signal: step.signal };
    const connection = await connect({ host, port, addresses: ['127.0.0.1'] }, caller);
    if (!connection.ok) throw new Error(connection.error.code);
    const result = await secure(connection.value.socket, { host, port }, createTrust([authority.pem]), caller);
    expect(result.ok && result.value.facts.protocol).toBe('TLSv1.2');
    if (result.ok) result.value.socket.resume();
    // A client that goes along with it has done so long before; one that does not answers nothing.
    setTimeout(() => step.end(), 200);
    await over;
    expect(ending).not.toBe('renegotiated');
    server.close();
  });
});
