import { readFile } from 'node:fs/promises';
import { type AddressInfo, createServer as createTcpServer, type Server } from 'node:net';
import { createServer, type TlsOptions } from 'node:tls';
import { afterEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../../src/core/index.ts';
import { type CertificateKind, makeAuthority } from '../../../src/lab/index.ts';
import { connect, createTrust, secure, type Trust } from '../../../src/net/index.ts';
import { recordingStep } from '../../fakes/recording-step.ts';

const authority = makeAuthority();
const trusted = createTrust([authority.pem]);
const host = 'mail.corp.example';
const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** A TLS server that keeps every byte that reaches it. */
async function listen(options: TlsOptions): Promise<{ port: number; received: () => string }> {
  let received = '';
  const server = createServer(options, (socket) => {
    socket.on('data', (data) => {
      received += data.toString();
    });
    socket.on('error', () => {});
  });
  server.on('tlsClientError', () => {});
  return { port: await started(server), received: () => received };
}

async function started(server: Server): Promise<number> {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

async function handshake(port: number, trust: Trust = trusted, name = host) {
  const step = recordingStep();
  const caller = { clock: systemClock, step, signal: step.signal };
  const connection = await connect({ host: name, port, addresses: ['127.0.0.1'] }, caller);
  if (!connection.ok) throw new Error(connection.error.code);
  const result = await secure(connection.value.socket, { host: name, port }, trust, caller);
  step.end();
  return { result, step };
}

async function fixture(name: string): Promise<string> {
  return readFile(new URL(`../../fixtures/net/${name}.pem`, import.meta.url), 'utf8');
}

describe('a TLS peer', () => {
  it('with a good certificate is believed, and its facts are known', async () => {
    const { port } = await listen(authority.issue([host]));
    const { result, step } = await handshake(port);
    expect(result.ok && result.value.facts).toMatchObject({
      protocol: 'TLSv1.3',
      certificate: { names: [host], verified: true, key: 'EC prime256v1' },
    });
    expect(step.exchanges.at(-1)).toContain('tls handshake for mail.corp.example: TLSv1.3');
  });

  const bad: [CertificateKind, string][] = [
    ['untrusted-issuer', 'tls.untrusted-issuer'],
    ['wrong-name', 'tls.name-mismatch'],
    ['expired', 'tls.expired'],
    ['not-yet-valid', 'tls.not-yet-valid'],
  ];
  it.each(bad)(
    'whose certificate has the fault %s is refused as %s, with the certificate as evidence',
    async (kind, code) => {
      const { port, received } = await listen(authority.issue([host], kind));
      const { result } = await handshake(port);
      expect(result.ok ? '' : result.error.problem.code).toBe(code);
      expect(result.ok ? null : result.error.facts?.certificate).toMatchObject({ verified: false });
      expect(received()).toBe('');
    },
  );

  it.each([
    ['common-name-only', 'tls.name-mismatch'],
    ['rsa-1024', 'tls.weak'],
    ['ec-224', 'tls.handshake-failed'],
    ['sha1', 'tls.weak'],
  ])('with the certificate %s is refused as %s', async (name, code) => {
    const pem = await fixture(name);
    const { port } = await listen({ cert: pem, key: pem, ciphers: 'DEFAULT@SECLEVEL=0' });
    const { result } = await handshake(port, createTrust([await fixture('ca')]));
    expect(result.ok ? '' : result.error.problem.code).toBe(code);
  });

  it('that speaks only TLS 1.1 is refused', async () => {
    const old = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' } as const;
    const { port } = await listen({ ...authority.issue([host]), ...old });
    const { result } = await handshake(port);
    expect(result.ok ? '' : result.error.problem.code).toBe('tls.handshake-failed');
  });

  it('that does not speak TLS at all is refused, with the reason', async () => {
    const port = await started(createTcpServer((socket) => socket.on('error', () => {}).end('220 hello\r\n')));
    const { result } = await handshake(port);
    expect(result.ok ? '' : result.error.problem.code).toBe('tls.handshake-failed');
  });

  it('that is asked for by another name than its certificate says is refused', async () => {
    const { port } = await listen(authority.issue([host]));
    const { result } = await handshake(port, trusted, 'smtp.corp.example');
    expect(result.ok ? '' : result.error.problem).toMatchObject({ code: 'tls.name-mismatch', args: { names: host } });
  });
});
