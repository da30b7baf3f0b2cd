import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, expect, it } from 'vitest';
import type { RunEvent } from '../../src/run/index.ts';
import { anAppInfo } from '../fakes/app-info.ts';
import { recordLabRun } from '../fakes/lab-run.ts';
import { openDiagnosis, runWith } from './diagnosis-stage.ts';
import { closeStages, type Stage } from './stage.ts';

afterAll(closeStages);

async function findings({ page }: Stage): Promise<readonly string[]> {
  // Colours are judged when they have arrived.
  await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => null))));
  const axe = new AxeBuilder({ page }).exclude('[data-tabster-dummy]').setLegacyMode(true);
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}

const info = anAppInfo();

async function withEveryField(options: Parameters<typeof openDiagnosis>[0], events: readonly RunEvent[]) {
  const stage = await openDiagnosis({ reducedMotion: true, ...options });
  const { page } = stage;
  await page
    .locator('#request-to')
    .fill('bob@partner.example, a-rather-long-name@a-rather-long-domain.partner.example,');
  await page.locator('form button[aria-expanded]').click();
  await runWith(stage, events);
  await page.locator('[role=treeitem]').first().waitFor();
  await page.locator('[role=listbox]').waitFor({ state: 'attached' });
  return stage;
}

for (const dark of [false, true]) {
  it(`has nothing that keeps anybody out, ${dark ? 'dark' : 'light'}`, async () => {
    const denied = await recordLabRun(['relay-denied']);
    const stage = await withEveryField({ dark }, denied);
    const { page } = stage;
    await page.getByRole('heading', { name: /Broken at/ }).waitFor();
    expect(await findings(stage)).toEqual([]);
    await stage.picture('diagnosis-access');
    await page.locator('[data-row=relay]').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.getByRole('tabpanel').getByRole('heading', { name: 'failed Relay' }).waitFor();
    expect(await findings(stage)).toEqual([]);
    await stage.close();

    const narrow = await withEveryField(
      { dark, size: { width: 800, height: 600 } },
      await recordLabRun(['open-relay']),
    );
    await narrow.page.getByRole('heading', { name: /^Passed in .* with 1 warning$/ }).waitFor();
    expect(await findings(narrow)).toEqual([]);
    await narrow.picture('diagnosis-open-relay');
    await narrow.close();
  }, 120_000);
}

it('has room for longer words, at each size', async () => {
  const denied = await recordLabRun(['relay-denied']);
  for (const language of ['de', 'pseudo'] as const) {
    for (const size of [
      { width: 1280, height: 800 },
      { width: 900, height: 700 },
      { width: 640, height: 400 },
    ]) {
      const stage = await withEveryField({ size, info: { settings: { ...info.settings, language } } }, denied);
      for (const pane of [0, 1, 2]) {
        const tab = stage.page.locator('[id^=pane-]').nth(pane);
        if (await tab.count()) await tab.click();
        expect(await wide(stage), `${language} ${size.width}`).toEqual([]);
        if (size.width < 900) await stage.picture(`diagnosis-${language}-${pane}`);
      }
      await stage.picture(`diagnosis-${language}`);
      await stage.close();
    }
  }
}, 180_000);

/** What sticks out of the window, or out of its own pane. */
function wide({ page }: Stage): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, input, label, select, h2, h3, p, [role=treeitem]')]
      .filter((one) => one.checkVisibility() && one.closest('[aria-hidden=true], table, [role=listbox]') === null)
      .filter((one) => {
        const { left, right, width } = one.getBoundingClientRect();
        const pane = one.closest('form, section')?.getBoundingClientRect();
        const edge = Math.min(window.innerWidth, pane?.right ?? Number.POSITIVE_INFINITY);
        return width > 1 && (left < 0 || right > edge + 1);
      })
      .map((one) => `${one.tagName} ${one.innerText.slice(0, 60)}`),
  );
}
