import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportSchema } from '../../../src/run/report/schema.ts';
import { bundleCli } from '../../fakes/bundled-cli.ts';

// The real command line, the real engine in its thread, and the embedded world: nothing is faked here.
let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'waypost-test-'));
  await bundleCli(join(folder, 'cli.mjs'));
  await build({
    entryPoints: [fileURLToPath(new URL('../../../src/engine.ts', import.meta.url))],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node18.15',
    outfile: join(folder, 'engine.cjs'),
    logLevel: 'error',
  });
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function demo(...words: string[]): Promise<{ code: unknown; out: string; err: string }> {
  const args = [join(folder, 'cli.mjs'), join(folder, 'engine.cjs'), 'demo', ...words];
  return new Promise((resolve) => {
    const env = { ...process.env, LC_ALL: 'C.UTF-8' };
    execFile(process.execPath, args, { env }, (error, out, err) => resolve({ code: error?.code ?? 0, out, err }));
  });
}

describe('the demo', { timeout: 60_000 }, () => {
  it('follows the whole chain and finds the message at the partner’s gateway', async () => {
    const { code, out } = await demo();
    expect(out).toMatch(
      /^mail .*\ndc .*\nuser .*Alice Müller-Łukasz.*\nrelay .*\nmessage ✓ accepted by mail\.corp\.example/m,
    );
    const text = out.replace(/\s+/g, ' ');
    expect(text).toMatch(/ Accepted by mail\.corp\.example as queue id \S+; delivery beyond it is not guaranteed\. /);
    expect(text).toMatch(/ And gw\.partner\.example stored it for bob@partner\.example as \S+\. $/);
    expect(code).toBe(0);
  });

  it('shows a broken link with the one who fixes it, and sends nothing', async () => {
    const { code, out } = await demo('--break', 'relay-denied');
    expect(out).toMatch(/^relay {3}✗ /m);
    expect(out).toMatch(/Mail administrators fix this: /);
    expect(out).toContain('The server said: 554 5.7.1 <bob@partner.example>: Relay access denied\n');
    expect(out).not.toContain('stored it');
    expect(code).toBe(1);
  });

  it('shows of a broken link what was tried there, and keeps quiet about what follows from it', async () => {
    const { out } = await demo('--break', 'dcs-refused');
    expect(out).toMatch(/^user {4}– alice@corp\.example {5}not tried$/m);
    expect(out).toMatch(/^relay {3}– \d+ TLS +sign-in not tried +\d+ ms$/m);
    expect(out).toContain('\nDomain controllers of corp.example\n');
    expect(out).toContain('    problem: refuses connections (net.refused)\n');
    expect(out).not.toContain('What the relay accepts');
  });

  it('shows which ports of a mail server were tried in vain', async () => {
    const { out } = await demo('--break', 'relay-refused');
    expect(out).toMatch(/^relay {3}✗ mail\.corp\.example {6}ports \d+, \d+, \d+ /m);
    expect(out).toContain('\nWays to submit mail at mail.corp.example\n');
    expect(out).toMatch(/^ {2}\d+ +STARTTLS {2}refuses connections \(net\.refused\) +\d+ ms$/m);
  });

  it('names the link that is broken at its end, not one that gave a warning of it', async () => {
    const { out } = await demo('--break', 'greylisted');
    expect(out).toMatch(/^relay {3}! /m);
    expect(out).toMatch(/^message ✗ put off by mail\.corp\.example /m);
    expect(out.replace(/\s+/g, ' ')).toContain('asks to try again later for bob@partner.example (see above). ');
    expect(out).toContain('\nBroken at the message (smtp.greylisted): mail administrators fix this.\n');
  });

  it('prints a report alone on stdout with --json', async () => {
    const { out, err } = await demo('--json', '--no-send');
    const report = reportSchema.parse(JSON.parse(out));
    expect(report.chain.signIn?.outcome).toBe('accepted');
    expect(err).toBe('');
  });

  it('never shows the password, not even in the transcript', async () => {
    const { out } = await demo('--transcript', '--verbose');
    expect(out).toContain('Transcript');
    expect(out).not.toContain('Waypost-lab-1');
    expect(out).not.toContain(Buffer.from('\0alice@corp.example\0Waypost-lab-1').toString('base64'));
  });
});
