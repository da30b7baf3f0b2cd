import { join } from 'node:path';
import { writeEvents } from './many-events.ts';
import { inApp } from './start.ts';

export interface ReplayFigures {
  readonly events: number;
  /** Milliseconds of each task of the window that took longer than 50 ms, while the run was shown and looked through. */
  readonly longTasks: readonly number[];
}

/** Opens a recorded run of ten thousand events, and goes through the chain by keyboard while it is being shown. */
export async function measureReplay(program: string, folder: string): Promise<ReplayFigures> {
  const file = join(folder, 'run.ndjson');
  const events = await writeEvents(file);
  return inApp(program, [], async ({ page }) => {
    await page.getByRole('tab', { name: 'Diagnose' }).click();
    await page.locator('input[type="file"][data-purpose="open-report"]').waitFor({ state: 'attached' });
    await page.evaluate(() => {
      const tasks: number[] = [];
      Object.assign(window, { longTasks: tasks });
      new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
        entryTypes: ['longtask'],
      });
    });
    await page.locator('input[type="file"][data-purpose="open-report"]').setInputFiles(file);
    const tree = page.getByRole('tree');
    await tree.waitFor();
    await page.getByRole('treeitem').first().focus();
    for (let step = 0; step < 12; step++) await page.keyboard.press('ArrowDown');
    const longTasks = await page.evaluate(() => (window as unknown as { longTasks: number[] }).longTasks);
    return { events, longTasks };
  });
}
