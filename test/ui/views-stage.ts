import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { build } from 'esbuild';
import type { Stage, StageOptions } from './stage.ts';
import type { Scene, ViewsWindow } from './views-page.ts';

const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Views</title>
<style>html,body,main{height:100%;margin:0}</style></head><body><main></main>
<script type="module" src="main.js"></script></body></html>`;

/** A page on which single views are looked at, apart from the window that will show them. */
export async function viewsStage() {
  const folder = await mkdtemp(join(tmpdir(), 'waypost-views-'));
  await build({
    entryPoints: { main: fileURLToPath(new URL('./views-page.ts', import.meta.url)) },
    outdir: folder,
    bundle: true,
    format: 'esm',
    splitting: true,
    target: 'chrome114',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"', __WAYPOST_VERSION__: '"0.1.0"' },
    logLevel: 'warning',
  });
  await writeFile(join(folder, 'index.html'), html);
  process.env['WAYPOST_UI'] = folder;
  const { closeStages, openStage } = await import('./stage.ts');
  return {
    /** Opens the page and shows one view on it. */
    async open(scene: Scene, options: StageOptions = {}): Promise<Stage> {
      const stage = await openStage(options);
      await stage.page.waitForFunction(() => 'show' in window);
      await showScene(stage, { dark: options.dark ?? false, ...scene });
      return stage;
    },
    async close() {
      await closeStages();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export async function showScene({ page }: Stage, scene: Scene): Promise<void> {
  await page.evaluate((shown) => (window as unknown as ViewsWindow).show(shown), scene);
  await page.getByRole('heading', { level: 1, name: scene.view }).waitFor();
}

export function told({ page }: Stage): Promise<ViewsWindow['told']> {
  return page.evaluate(() => (window as unknown as ViewsWindow).told);
}

/** What axe finds, in a few words each. */
export async function axeFindings({ page }: Stage): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html: where }) => `${id}: ${where.slice(0, 200)}`));
}
