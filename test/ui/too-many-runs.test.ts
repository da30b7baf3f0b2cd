import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { closeStages, openStage, type Stage, type StageOptions } from './stage.ts';

const stages: Stage[] = [];

afterEach(async () => {
  for (const stage of stages.splice(0)) await stage.close();
});

afterAll(closeStages);

/** A main process in which as many runs are going on as can. */
async function openFull(tab: number, options: StageOptions = {}): Promise<Stage> {
  const stage = await openStage({
    ...options,
    answers: { 'history.list': () => [], 'run.start': () => ({ tooMany: 4 }) },
  });
  stages.push(stage);
  await stage.page.getByRole('tab').nth(tab).click();
  return stage;
}

describe('a run that is one too many', () => {
  it.each([
    ['set-up', 0, false],
    ['diagnose', 1, true],
    ['send', 2, false],
  ] as const)(
    'is not started: %s says which limit it is and what to do, and loses nothing',
    async (name, tab, dark) => {
      const { page, picture } = await openFull(tab, { dark, size: { width: 800, height: 600 } });
      await page
        .getByLabel(name === 'set-up' ? 'E-mail address or sign-in name' : 'Sign-in name')
        .fill('alice@corp.example');
      const password = page.locator('input[type=password]').first();
      await password.fill('pass-word-1');
      if (name === 'send') await page.locator('input[inputmode=email]').fill('bob@partner.example');
      await page.locator('button[type=submit]').click();
      const alert = page.getByRole('alert').filter({ hasText: '4 runs' });
      expect(await alert.innerText()).toBe(
        'Nothing was started: 4 runs are going on, and no more can at once. Cancel one, or wait until one has ended; then start again.',
      );
      expect(await password.inputValue()).toBe('pass-word-1');
      await picture(`too-many-runs-${name}`);
    },
  );
});
