import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { bundleCli } from './bundled-cli.ts';

export interface CliRun {
  readonly child: ChildProcess;
  /** Everything printed so far, as octets that were not decoded: latin1. */
  printed(): string;
  /** Resolves when what was printed holds the text. */
  until(text: string): Promise<void>;
  readonly ended: Promise<{ readonly code: number | null; readonly out: Buffer; readonly err: Buffer }>;
}

export interface RealCli {
  /** Where a test may put files. */
  readonly folder: string;
  file(name: string, content: string): string;
  start(words: readonly string[], settings?: { stdin?: string; env?: NodeJS.ProcessEnv; engine?: URL }): CliRun;
  remove(): void;
}

/** The command line with its engine, bundled from the sources as they are, in a folder of its own. */
export async function realCli(): Promise<RealCli> {
  const folder = mkdtempSync(join(tmpdir(), 'waypost-test-'));
  const cli = join(folder, 'cli.mjs');
  const engine = join(folder, 'engine.cjs');
  const common = { bundle: true, platform: 'node', target: 'node18.15', logLevel: 'error' } as const;
  const root = new URL('../..', import.meta.url).pathname;
  await Promise.all([
    bundleCli(cli),
    build({ ...common, absWorkingDir: root, entryPoints: ['src/engine.ts'], format: 'cjs', outfile: engine }),
  ]);
  return {
    folder,
    file(name, content) {
      const path = join(folder, name);
      writeFileSync(path, content);
      return path;
    },
    start(words, { stdin = '', env = {}, engine: other } = {}) {
      const script = other?.pathname ?? engine;
      const child = spawn(process.execPath, [cli, script, ...words], { env: { ...process.env, ...env } });
      const out: Buffer[] = [];
      const err: Buffer[] = [];
      child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
      child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
      child.stdin.on('error', () => {});
      child.stdin.end(stdin);
      const printed = () => Buffer.concat(out).toString('latin1');
      return {
        child,
        printed,
        until: (text) =>
          new Promise((resolve, reject) => {
            const look = () => printed().includes(text) && resolve();
            child.stdout.on('data', look);
            child.once('close', () => reject(new Error(`ended without ${text}: ${printed().slice(-2_000)}`)));
            look();
          }),
        ended: new Promise((resolve) =>
          child.once('close', (code) => resolve({ code, out: Buffer.concat(out), err: Buffer.concat(err) })),
        ),
      };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
