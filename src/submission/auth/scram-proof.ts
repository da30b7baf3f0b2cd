import { createHash, createHmac, pbkdf2, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify(pbkdf2);

/** RFC 7677 4 asks for 4096 at least; beyond the upper limit, a server is after our time rather than our security. */
const iterations = { least: 4_096, most: 1_000_000 };
const longestNonce = 1_024;

export interface ServerFirst {
  readonly nonce: string;
  readonly salt: Buffer;
  readonly iterations: number;
}

export interface ClientFinal {
  readonly message: string;
  /** What the server has to answer, to show that it knows the password's verifier. */
  readonly serverSignature: Buffer;
}

/** The user name in a SCRAM message (RFC 5802 5.1): commas and equals signs are written another way. */
export function clientFirstBare(user: string, nonce: string): string {
  return `n=${user.replaceAll('=', '=3D').replaceAll(',', '=2C')},r=${nonce}`;
}

/** `r=…,s=…,i=…`; null when it is anything else, or not an answer to our nonce. */
export function readServerFirst(message: string, clientNonce: string): ServerFirst | null {
  const match = /^r=([!-+\--~]+),s=([A-Za-z0-9+/]+={0,2}),i=([1-9]\d{0,9})(?:,|$)/.exec(message);
  const [, nonce = '', salt = '', count = ''] = match ?? [];
  const continued = nonce.startsWith(clientNonce) && nonce.length > clientNonce.length && nonce.length <= longestNonce;
  const strength = Number(count);
  if (!continued || strength < iterations.least || strength > iterations.most) return null;
  return { nonce, salt: Buffer.from(salt, 'base64'), iterations: strength };
}

/** The proof of the client and the signature to expect (RFC 5802 3, with SHA-256). No channel binding: `n,,`. */
export async function clientFinal(
  password: string,
  firstBare: string,
  serverFirst: string,
  { nonce, salt, iterations: count }: ServerFirst,
): Promise<ClientFinal> {
  const salted = await derive(prepared(password), salt, count, 32, 'sha256');
  const withoutProof = `c=biws,r=${nonce}`;
  const authMessage = `${firstBare},${serverFirst},${withoutProof}`;
  const clientKey = hmac(salted, 'Client Key');
  const signature = hmac(createHash('sha256').update(clientKey).digest(), authMessage);
  const proof = clientKey.map((byte, i) => byte ^ (signature[i] ?? 0));
  return {
    message: `${withoutProof},p=${Buffer.from(proof).toString('base64')}`,
    serverSignature: hmac(hmac(salted, 'Server Key'), authMessage),
  };
}

/** Whether `v=…` is the signature that was expected. */
export function verifies(message: string, expected: Buffer): boolean {
  const [, value = ''] = /^v=([A-Za-z0-9+/]+={0,2})(?:,|$)/.exec(message) ?? [];
  const given = Buffer.from(value, 'base64');
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** The part of SASLprep (RFC 4013) that changes passwords in practice: compatibility forms and odd spaces. */
function prepared(password: string): string {
  return password.replace(/\p{Zs}/gu, ' ').normalize('NFKC');
}

function hmac(key: Uint8Array, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
