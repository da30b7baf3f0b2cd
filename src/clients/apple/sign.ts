import { spawn } from 'node:child_process';
import { err, ok, type Problem, type Result, times, visible } from '../../core/index.ts';
import { problem } from '../../problems/index.ts';

/** Files in PEM form; the key is read by OpenSSL alone, and one that is locked with a passphrase is refused. */
export interface Signer {
  readonly keyFile: string;
  readonly certificateFile: string;
  /** Issuers between the certificate and one that the devices know. */
  readonly chainFile?: string | undefined;
}

/** A signed profile is some kilobytes. */
const mostBytes = 1_048_576;

/**
 * A configuration profile as CMS SignedData in DER, its content within (RFC 5652), which is what Apple’s systems take.
 * Node.js cannot make one: the system's `openssl` does.
 */
export async function signProfile(content: string, signer: Signer): Promise<Result<Uint8Array, Problem>> {
  const { keyFile, certificateFile, chainFile } = signer;
  const words = [
    '-signer',
    certificateFile,
    '-inkey',
    keyFile,
    ...(chainFile === undefined ? [] : ['-certfile', chainFile]),
  ];
  // Without a terminal it would ask for a passphrase for ever: an empty one is tried, and fails.
  const run = await openssl(
    ['smime', '-sign', '-nodetach', '-binary', '-outform', 'DER', '-passin', 'pass:', ...words],
    content,
  );
  return run.ok ? run : err(problem('settings.not-signed', {}, { evidence: [run.error] }));
}

function openssl(words: readonly string[], input: string): Promise<Result<Uint8Array, string>> {
  return new Promise((resolve) => {
    const child = spawn('openssl', words, { stdio: ['pipe', 'pipe', 'pipe'], timeout: times.openssl });
    const out: Buffer[] = [];
    let complaint = '';
    let size = 0;
    child.stdout.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= mostBytes) out.push(chunk);
    });
    child.stderr.on('data', (chunk: Buffer) => {
      complaint = `${complaint}${chunk.toString('utf8')}`.slice(0, 2_000);
    });
    child.on('error', (error) => resolve(err(visible(error.message))));
    child.on('close', (code) => {
      resolve(code === 0 && size > 0 && size <= mostBytes ? ok(Buffer.concat(out)) : err(visible(complaint)));
    });
    // It may have ended before it has read everything.
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}
