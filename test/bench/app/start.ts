import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Browser, chromium, type Page } from 'playwright-core';
import { familyOf } from './family.ts';
import { pssOf } from './pss.ts';

export interface Start {
  /** Milliseconds from starting the process until its first screen was drawn and took what is typed. */
  readonly usable: number;
  /** Milliseconds from starting the process until everything worked. */
  readonly loaded: number;
  /** MiB of all its processes together, shared pages divided (PSS). */
  readonly memory: number;
}

/** What is true of both programs: no GPU under Xvfb, no sandbox for root. */
const flags = ['--no-sandbox', '--disable-gpu', '--remote-debugging-port=0'];

/** Milliseconds after the first screen until the memory is read: what start-up leaves behind is collected by then. */
const settle = 4_000;

/** Starts a program from nothing, lets it come to rest, and reads its own clock. An empty window is `loaded` as soon as it is `usable`. */
export async function measureStart(program: string): Promise<Start> {
  return inApp(program, [], async ({ page, child, startedAt }) => {
    await sleep(settle);
    const [usable, loaded = usable] = await page.evaluate(() =>
      ['usable', 'loaded']
        .flatMap((name) => performance.getEntriesByName(name).slice(0, 1))
        .map(({ startTime }) => performance.timeOrigin + startTime),
    );
    if (usable === undefined || loaded === undefined) throw new Error(`${program}: it never marked its first screen`);
    const memory = await pssOf(await familyOf(child.pid ?? 0));
    return { usable: usable - startedAt, loaded: loaded - startedAt, memory };
  });
}

interface Running {
  readonly page: Page;
  readonly child: ChildProcess;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
}

/** Runs something in a freshly started program, and ends it. */
export async function inApp<T>(
  program: string,
  words: readonly string[],
  use: (running: Running) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'waypost-bench-'));
  const startedAt = performance.timeOrigin + performance.now();
  const child = spawn(program, [...flags, `--user-data-dir=${folder}`, ...words], { stdio: 'ignore' });
  let browser: Browser | null = null;
  try {
    const port = await debuggingPort(folder);
    // Nobody looks while it starts.
    await sleep(2_500);
    browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`, { noDefaults: true });
    const page = browser.contexts()[0]?.pages()[0];
    if (page === undefined) throw new Error(`${program}: it has no window`);
    return await use({ page, child, startedAt });
  } finally {
    await browser?.close();
    child.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function debuggingPort(folder: string): Promise<string> {
  for (let tries = 0; tries < 200; tries++) {
    const text = await readFile(join(folder, 'DevToolsActivePort'), 'utf8').catch(() => '');
    const [port] = text.split('\n');
    if (port) return port;
    await sleep(50);
  }
  throw new Error('the program does not start');
}
