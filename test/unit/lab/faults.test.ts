import { once } from 'node:events';
import { Client } from 'ldapts';
import { afterEach, expect, test } from 'vitest';
import { type Lab, labFaults, startLab } from '../../../src/lab/index.ts';
import { isKnownCode } from '../../../src/problems/index.ts';
import { dial, talk, tlsVerdict } from './clients.ts';

let lab: Lab | undefined;
afterEach(async () => {
  await lab?.stop();
  lab = undefined;
});

async function broken(...faults: string[]): Promise<Lab> {
  lab = await startLab({ faults });
  return lab;
}

test('every fault has an id of its own and leads to a problem of the catalogue', () => {
  const ids = labFaults.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(labFaults.filter(({ expects }) => !isKnownCode(expects))).toEqual([]);
});

test.each(labFaults.map(({ id, what }) => [id, what]))('%s: "%s" starts and stops', async (id) => {
  await broken(id);
});

test('an unknown fault is refused with the list of those that exist', async () => {
  await expect(startLab({ faults: ['gremlins'] })).rejects.toThrow(/gremlins.*dns-silent/);
});

test.each([
  ['account-missing', '525'],
  ['account-logon-hours', '530'],
  ['account-workstation', '531'],
  ['account-password-expired', '532'],
  ['account-disabled', '533'],
  ['account-expired', '701'],
  ['account-must-change-password', '773'],
  ['account-locked', '775'],
  ['channel-binding-required', '80090346'],
])('with %s, alice is refused with data %s', async (fault, data) => {
  const { ports, ca, password } = await broken(fault);
  const tlsOptions = { ca: [ca], servername: 'dc1.corp.example' };
  const client = new Client({ url: `ldaps://127.0.0.1:${ports.ldaps}`, tlsOptions });
  await expect(client.bind('alice@corp.example', password)).rejects.toMatchObject({
    code: 49,
    message: expect.stringContaining(`data ${data}, v4563`),
  });
  await client.unbind();
});

test('with strong-auth-required, even TLS does not help', async () => {
  const { ports, ca, password } = await broken('strong-auth-required');
  const tlsOptions = { ca: [ca], servername: 'dc1.corp.example' };
  const client = new Client({ url: `ldaps://127.0.0.1:${ports.ldaps}`, tlsOptions });
  await expect(client.bind('alice@corp.example', password)).rejects.toMatchObject({ code: 8 });
  await client.unbind();
});

test.each([
  ['untrusted-issuer', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
  ['wrong-name', 'ERR_TLS_CERT_ALTNAME_INVALID'],
  ['expired', 'CERT_HAS_EXPIRED'],
  ['not-yet-valid', 'CERT_NOT_YET_VALID'],
])('a certificate that is %s is seen on the relay and on the controllers', async (kind, verdict) => {
  const { ports, ca } = await broken(`relay-certificate-${kind}`, `dc-certificate-${kind}`);
  expect(await tlsVerdict(dial(ports.submissions), 'mail.corp.example', ca)).toBe(verdict);
  expect(await tlsVerdict(dial(ports.ldaps), 'dc1.corp.example', ca)).toBe(verdict);
});

test('a relay with old TLS cannot be talked to', async () => {
  const { ports, ca } = await broken('relay-tls-too-old');
  expect(await tlsVerdict(dial(ports.submissions), 'mail.corp.example', ca)).toMatch(/^ERR_SSL|ECONNRESET|EPROTO/);
});

test('what refuses, refuses at once; what hangs, accepts and says nothing', async () => {
  const refused = await broken('dcs-refused', 'relay-refused');
  for (const port of [refused.ports.ldap, refused.ports.ldaps, refused.ports.submissions, refused.ports.smtp]) {
    const [error] = await once(dial(port), 'error').catch((reason: unknown) => [reason]);
    expect(error).toMatchObject({ code: 'ECONNREFUSED' });
  }
  await refused.stop();
  const silent = await broken('dc1-silent', 'relay-silent');
  for (const port of [silent.ports.ldaps, silent.ports.submission]) {
    const socket = dial(port);
    await once(socket, 'connect');
    expect(socket.readableLength).toBe(0);
    socket.destroy();
  }
});

test('a relay that is closed says 421, and one without sign-in offers none', async () => {
  const { ports } = await broken('relay-unavailable');
  const socket = dial(ports.submission);
  const [greeting] = await once(socket, 'data');
  expect(String(greeting)).toMatch(/^421 4\.3\.2 /);
  await lab?.stop();
  const mute = await broken('auth-missing');
  const session = await talk(mute, mute.ports.submission, 'starttls');
  expect(await session.say('EHLO client')).not.toContain('AUTH');
  session.end();
});
