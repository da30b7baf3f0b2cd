import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { longTasksOf, watchTasks } from './long-tasks.ts';
import { writeEvents } from './many-events.ts';
import { inApp } from './start.ts';

/** What was done in a window with ten thousand events. */
export interface Deed {
  readonly what: string;
  /** Milliseconds of each task of the window that took longer than 50 ms meanwhile. */
  readonly longTasks: readonly number[];
}

export interface ReplayFigures {
  readonly events: number;
  readonly deeds: readonly Deed[];
}

/** Opens a recorded run of ten thousand events, goes through the chain and every view of it, and plays with the replay. */
export async function measureReplay(program: string, folder: string): Promise<ReplayFigures> {
  const file = join(folder, 'run.ndjson');
  const events = await writeEvents(file);
  return inApp(program, [], async ({ page }) => {
    await page.getByRole('tab', { name: 'Diagnose' }).click();
    await page.locator('input[type="file"][data-purpose="open-report"]').waitFor({ state: 'attached' });
    await watchTasks(page);
    const deeds: Deed[] = [];
    const measure = async (what: string, act: () => Promise<void>) => {
      deeds.push({ what, longTasks: await longTasksOf(page, act) });
    };
    await measure('opened from a file', () => open(page, file));
    await measure('the chain walked by keyboard', () => walk(page));
    await measure('a step chosen in the waterfall', () => steps(page).nth(3).click());
    const views = page.getByRole('tablist').last().getByRole('tab');
    for (const view of (await views.all()).slice(1)) {
      await measure(`its view “${await view.innerText()}”`, async () => {
        await view.click();
        // Its script may still have to be loaded.
        await page.locator('[role="tabpanel"] > section > *').first().waitFor();
      });
    }
    await views.nth(1).click();
    await measure('its transcript scrolled through', () => scroll(page));
    await measure('the replay dragged through, beside the transcript', () => drag(page));
    await views.first().click();
    await measure('the replay dragged through, beside a step', () => drag(page));
    await measure('copied as text', () => page.getByRole('button', { name: 'Copy as text' }).click());
    return { events, deeds };
  });
}

/** As the system's dialog gives it. `setInputFiles` would carry the file's bytes through the window, in a task of a second. */
async function open(page: Page, file: string): Promise<void> {
  const protocol = await page.context().newCDPSession(page);
  const { root } = await protocol.send('DOM.getDocument');
  const selector = 'input[data-purpose="open-report"]';
  const { nodeId } = await protocol.send('DOM.querySelector', { nodeId: root.nodeId, selector });
  await protocol.send('DOM.setFileInputFiles', { nodeId, files: [file] });
  await page.getByRole('slider').waitFor();
  await steps(page).first().waitFor();
}

/** Those of the waterfall. */
function steps(page: Page): Locator {
  return page.getByRole('listbox').getByRole('option');
}

async function walk(page: Page): Promise<void> {
  await page.getByRole('treeitem').first().focus();
  for (let step = 0; step < 12; step++) await page.keyboard.press('ArrowDown');
  for (let step = 0; step < 4; step++) {
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowUp');
  }
}

async function scroll(page: Page): Promise<void> {
  const lines = page.getByRole('region', { name: 'Transcript' }).last();
  for (let step = 1; step <= 20; step++) {
    await lines.evaluate((element, part) => {
      element.scrollTop = element.scrollHeight * part;
    }, step / 20);
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
}

/** From the end to the start and back. */
async function drag(page: Page): Promise<void> {
  const box = await page.getByRole('slider').boundingBox();
  if (box === null) throw new Error('there is nothing to drag');
  const knob = 8;
  const move = (part: number) => page.mouse.move(box.x + knob + (box.width - 2 * knob) * part, box.y + box.height / 2);
  await move(1);
  await page.mouse.down();
  for (let step = 0; step <= 40; step++) await move(Math.abs(1 - step / 20));
  await page.mouse.up();
}
