import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import type { Client } from '../lab/world/index.ts';
import { displayName } from './display.ts';
import { openDoor } from './lab/inside.ts';
import { packagedApp } from './packaged.ts';

export interface LaunchOptions {
  /** Of ours, such as `--demo`. */
  readonly args?: readonly string[];
  /** On top of this process's environment; undefined takes a variable away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Whose processes they are to be, with Chromium's sandbox; needs root. */
  readonly asUser?: string;
  /** What the app keeps; a new folder that goes when the app is closed, unless one is given. */
  readonly userData?: string;
  /** Instead of the packaged app. */
  readonly binary?: string;
  /** On which machine of the lab; here, unless one is given. */
  readonly inside?: Client;
}

/** The packaged app, running. */
export interface RunningApp {
  /** Its first window. */
  readonly page: Page;
  readonly browser: Browser;
  readonly process: ChildProcess;
  readonly userData: string;
  /** What it printed so far, without what every program says in a session without a desktop bus. */
  output(): string;
  /** Ends it as closing the last window would, or by force where that takes too long. */
  close(): Promise<void>;
}

const isRoot = process.getuid?.() === 0;
const withoutSandbox = ['--no-sandbox', '--disable-gpu'];
/** Chromium's complaints about a machine without a desktop. */
const noise = /dbus|bus\.cc|object_proxy\.cc|gpu|GPU|viz_main|vaapi|angle|DevTools listening/;
const startDeadline = 30_000;
const endDeadline = 5000;

export async function launch(options: LaunchOptions = {}): Promise<RunningApp> {
  const { args = [], env = {}, asUser } = options;
  const userData = options.userData ?? (await newFolder(asUser));
  const app = await start(options.binary ?? (await packagedApp()), {
    args: [
      `--user-data-dir=${userData}`,
      '--remote-debugging-port=0',
      ...(isRoot && asUser === undefined ? withoutSandbox : ['--disable-gpu']),
      ...args,
    ],
    env: {
      ...process.env,
      DISPLAY: await displayName(),
      // Another person's programs have no business in our home.
      ...(asUser !== undefined && { HOME: userData }),
      ...env,
    },
    ...(asUser !== undefined && { asUser }),
    ...(options.inside !== undefined && { inside: options.inside }),
  });
  const remove = () => (options.userData === undefined ? rm(userData, { recursive: true, force: true }) : undefined);
  try {
    const way = await wayTo(await app.address, options.inside);
    await pageLoaded(way.address);
    const browser = await chromium.connectOverCDP(way.address, { noDefaults: true });
    const page = await firstPage(browser);
    return {
      page,
      browser,
      process: app.process,
      userData,
      output: app.output,
      async close() {
        await end(app.process, page);
        await browser.close().catch(() => undefined);
        way.close();
        await remove();
      },
    };
  } catch (cause) {
    app.process.kill('SIGKILL');
    await remove();
    throw new Error(`the app did not start:\n${app.output()}`, { cause });
  }
}

interface Start {
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly asUser?: string;
  readonly inside?: Client;
}

async function start(binary: string, { args, env, asUser, inside }: Start) {
  const command = [...(asUser === undefined ? [] : ['setpriv', ...identity(asUser)]), binary, ...args];
  const [program = binary, ...words] = inside === undefined ? command : inside.command(command);
  const child = spawn(program, words, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  const address = new Promise<string>((resolve, reject) => {
    const take = (chunk: Buffer) => {
      printed += chunk.toString();
      const found = /DevTools listening on (ws:\/\/\S+)/.exec(printed)?.[1];
      if (found !== undefined) resolve(found);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.once('error', reject);
    child.once('exit', (code, signal) => reject(new Error(`ended with ${code ?? signal}`)));
    setTimeout(() => reject(new Error('no address to look into it')), startDeadline).unref();
  });
  // Looked at a little later; until then it must not count as unhandled.
  address.catch(() => undefined);
  const quietly = (line: string) => line.trim() !== '' && !noise.test(line);
  return { process: child, address, output: () => printed.split('\n').filter(quietly).join('\n') };
}

/** How the window is looked into: straight, or through a door into a machine of the lab. */
async function wayTo(address: string, inside: Client | undefined): Promise<{ address: string; close(): void }> {
  if (inside === undefined) return { address, close: () => undefined };
  const url = new URL(address);
  const door = await openDoor(inside, Number(url.port));
  url.port = String(door.port);
  return { address: url.href, close: door.close };
}

/** Who connects while the first page is being made may wait for ever. */
async function pageLoaded(address: string): Promise<void> {
  const { host } = new URL(address);
  for (const giveUpAt = Date.now() + startDeadline; Date.now() < giveUpAt; ) {
    const answer = await fetch(`http://${host}/json/list`).catch(() => null);
    const targets = ((await answer?.json()) ?? []) as { readonly type: string; readonly title: string }[];
    if (targets.some(({ type, title }) => type === 'page' && title.includes('Waypost'))) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function identity(user: string): readonly string[] {
  return ['--reuid', user, '--regid', user, '--init-groups', '--inh-caps=-all'];
}

async function newFolder(asUser: string | undefined): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'waypost-e2e-'));
  if (asUser !== undefined) await chmod(folder, 0o777);
  return folder;
}

async function firstPage(browser: Browser): Promise<Page> {
  const [context] = browser.contexts();
  if (context === undefined) throw new Error('the app has no window');
  const page = context.pages()[0] ?? (await context.waitForEvent('page', { timeout: startDeadline }));
  await page.waitForLoadState();
  return page;
}

async function end(app: ChildProcess, page: Page): Promise<void> {
  if (app.exitCode !== null || app.signalCode !== null) return;
  const ended = once(app, 'exit');
  await page.close().catch(() => undefined);
  app.kill('SIGTERM');
  const forced = setTimeout(() => app.kill('SIGKILL'), endDeadline);
  await ended;
  clearTimeout(forced);
}
