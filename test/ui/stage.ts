import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import type { AppInfo, CallAnswer, CallArgument, CallName, EventName, EventValue } from '../../electron/contract.ts';
import { contentSecurityPolicy } from '../../electron/ui-protocol/index.ts';
import { anAppInfo } from '../fakes/app-info.ts';

type Answers = { [C in CallName]?: (argument: CallArgument<C>) => CallAnswer<C> | Promise<CallAnswer<C>> };

export interface StageOptions {
  readonly info?: Partial<AppInfo>;
  readonly answers?: Answers;
  readonly size?: { readonly width: number; readonly height: number };
  readonly dark?: boolean;
  readonly forcedColors?: boolean;
  readonly reducedMotion?: boolean;
  /** The language in which the page shows its first screen before the program; it shows nothing unless one is given. */
  readonly drawn?: 'en' | 'de';
  /** The program is not loaded before this. */
  readonly held?: Promise<void>;
}

/** The real window's contents in a browser, on a main process that is played by a test. */
export interface Stage {
  readonly page: Page;
  /** What the window has asked for so far. */
  readonly asked: readonly { readonly name: CallName; readonly argument: unknown }[];
  tell<E extends EventName>(name: E, value: EventValue<E>): Promise<void>;
  /** Another size and theme, without a new page. */
  look(look: Required<Pick<StageOptions, 'size' | 'dark'>>): Promise<void>;
  /** A picture for people to look at, kept out of the repository. */
  picture(name: string): Promise<void>;
  close(): Promise<void>;
}

const ui = process.env['WAYPOST_UI'] ?? fileURLToPath(new URL('../../dist/app/ui/', import.meta.url));
const pictures = fileURLToPath(new URL('../../.pictures/', import.meta.url));
/** A picture takes longer to make than most tests: they are made for whoever wants to look at them. */
const arePicturesWanted = process.env['WAYPOST_PICTURES'] !== undefined;
const origin = 'http://localhost:9';
const types: Readonly<Record<string, string>> = { html: 'text/html', js: 'text/javascript', css: 'text/css' };

let browser: Promise<Browser> | null = null;

/** Chromium of the system; one for all stages of a test file, closed by `closeStages`. */
function theBrowser(): Promise<Browser> {
  browser ??= chromium.launch({
    executablePath: process.env['WAYPOST_CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
  });
  return browser;
}

export async function closeStages(): Promise<void> {
  await (await browser)?.close();
  browser = null;
}

export async function openStage(options: StageOptions = {}): Promise<Stage> {
  const { info = {}, answers = {}, size = { width: 1280, height: 800 } } = options;
  const context = await (await theBrowser()).newContext({
    viewport: size,
    colorScheme: options.dark ? 'dark' : 'light',
    forcedColors: options.forcedColors ? 'active' : 'none',
    reducedMotion: options.reducedMotion ? 'reduce' : 'no-preference',
  });
  let shown = { size, dark: options.dark === true };
  const asked: { name: CallName; argument: unknown }[] = [];
  const page = await context.newPage();
  await serveUi(context, options);
  const known: Answers = { 'app.info': () => anAppInfo(info), ...answers };
  await page.exposeBinding('__call', (_, name: CallName, argument: unknown) => {
    asked.push({ name, argument });
    const answer = known[name] as ((argument: unknown) => unknown) | undefined;
    return answer === undefined ? null : answer(argument);
  });
  await page.addInitScript(fakeBridge);
  await page.goto(`${origin}/index.html`, { waitUntil: options.held ? 'commit' : 'load' });
  await page.locator('main').waitFor({ state: 'attached' });
  if (options.held === undefined) await loaded(page);
  return {
    page,
    asked,
    tell: (name, value) =>
      page.evaluate(([event, told]) => (window as unknown as FakeWindow).__tell(event, told), [name, value] as const),
    async look(look) {
      shown = look;
      await page.emulateMedia({ colorScheme: look.dark ? 'dark' : 'light' });
      await page.setViewportSize(look.size);
    },
    async picture(name) {
      if (!arePicturesWanted) return;
      const { width, height } = shown.size;
      const path = join(pictures, `${name}-${width}x${height}${shown.dark ? '-dark' : ''}.png`);
      await mkdir(dirname(path), { recursive: true });
      await page.screenshot({ path });
    },
    close: () => context.close(),
  };
}

/** Everything works, and what was pressed before has been. */
export async function loaded(page: Page): Promise<void> {
  await page.waitForFunction(() => performance.getEntriesByName('loaded').length > 0);
}

async function serveUi(context: BrowserContext, { drawn, held }: StageOptions): Promise<void> {
  await context.route(`${origin}/**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/main.js') await held;
    const file = pathname === '/index.html' && drawn !== undefined ? `first-${drawn}.html` : pathname;
    try {
      const body = await readFile(join(ui, file));
      const contentType = types[pathname.split('.').at(-1) ?? ''] ?? 'text/plain';
      await route.fulfill({ body, contentType, headers: { 'content-security-policy': contentSecurityPolicy } });
    } catch {
      await route.fulfill({ status: 404, body: '' });
    }
  });
}

interface FakeWindow {
  __call(name: string, argument: unknown): Promise<unknown>;
  __tell(name: string, value: unknown): void;
  waypost: unknown;
}

/** Runs inside the page, before anything of ours. */
function fakeBridge(): void {
  const inside = window as unknown as FakeWindow;
  const listeners = new Map<string, Set<(value: unknown) => void>>();
  inside.__tell = (name, value) => {
    for (const listener of listeners.get(name) ?? []) listener(value);
  };
  inside.waypost = {
    call: (name: string, argument: unknown) => inside.__call(name, argument),
    on(name: string, take: (value: unknown) => void) {
      const set = listeners.get(name) ?? new Set();
      listeners.set(name, set.add(take));
      return () => void set.delete(take);
    },
  };
}
