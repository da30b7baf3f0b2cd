import type { Page } from 'playwright-core';

interface Watched {
  longTasks: number[];
  observer: PerformanceObserver;
}

/** From now on the window counts its tasks of more than 50 ms. */
export async function watchTasks(page: Page): Promise<void> {
  await page.evaluate(() => {
    const longTasks: number[] = [];
    const observer = new PerformanceObserver((list) => longTasks.push(...list.getEntries().map((one) => one.duration)));
    observer.observe({ entryTypes: ['longtask'] });
    Object.assign(window, { longTasks, observer });
  });
}

/** Milliseconds of each task of the window that took longer than 50 ms while something was done, and until it was drawn. */
export async function longTasksOf(page: Page, act: () => Promise<void>): Promise<readonly number[]> {
  await settled(page);
  await page.evaluate(taken);
  await act();
  await settled(page);
  return page.evaluate(taken);
}

/** The window has nothing left to do. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let i = 0; i < 3; i++) {
      await new Promise(requestAnimationFrame);
      await new Promise((resolve) => requestIdleCallback(resolve));
    }
  });
}

/** Runs inside the window. → what was counted since the last time. */
function taken(): number[] {
  const { longTasks, observer } = window as unknown as Watched;
  return [...longTasks.splice(0), ...observer.takeRecords().map(({ duration }) => duration)];
}
