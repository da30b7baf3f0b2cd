import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type {} from '../../renderer/bridge/bridge.ts';
import { type LaunchOptions, launch as launchApp, type RunningApp } from './runtime.ts';

/** The packaged app as a test uses it. */
export interface App extends RunningApp {
  /** Pictures at both sizes for people to look at, kept out of the repository. */
  picture(name: string): Promise<void>;
  /** Closes it and starts it again with what it has kept. */
  restart(): Promise<App>;
}

const pictures = fileURLToPath(new URL('../../.pictures/e2e/', import.meta.url));
const sizes = [
  { width: 800, height: 600 },
  { width: 1280, height: 800 },
];

/** Starts the packaged app with a folder of its own, which goes with it. */
export async function launch(options: Omit<LaunchOptions, 'userData'> = {}): Promise<App> {
  const userData = await mkdtemp(join(tmpdir(), 'waypost-e2e-'));
  return open({ ...options, userData });
}

async function open(options: LaunchOptions & { readonly userData: string }): Promise<App> {
  const app = await launchApp(options);
  await app.page.locator('main').waitFor();
  return {
    ...app,
    async picture(name) {
      const path = (size: string) => join(pictures, `${name}-${size}.png`);
      await mkdir(dirname(path('')), { recursive: true });
      for (const size of sizes) {
        await app.page.setViewportSize(size);
        await app.page.screenshot({ path: path(`${size.width}x${size.height}`) });
      }
    },
    async restart() {
      await app.close();
      return open(options);
    },
    async close() {
      await app.close();
      await rm(options.userData, { recursive: true, force: true });
    },
  };
}
