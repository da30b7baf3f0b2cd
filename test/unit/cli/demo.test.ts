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
    expect(text).toContain('The partner gateway gw.partner.example stored it for bob@partner.example');
    expect(code).toBe(0);
  });

  it('shows a broken link with the one who fixes it, and sends nothing', async () => {
    const { code, out } = await demo('--break', 'relay-denied');
    expect(out).toMatch(/^relay {3}✗ /m);
    expect(out).toMatch(/Mail administrators fix this: /);
    expect(out).not.toContain('stored it');
    expect(code).toBe(1);
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
