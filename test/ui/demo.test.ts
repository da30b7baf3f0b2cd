import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { anAppInfo } from '../fakes/app-info.ts';
import { aDemo } from '../fakes/demo-state.ts';
import { closeStages, openStage, type Stage, type StageOptions } from './stage.ts';

const stages: Stage[] = [];

afterEach(async () => {
  for (const stage of stages.splice(0)) await stage.close();
});

afterAll(closeStages);

async function openDemo(options: StageOptions = {}): Promise<Stage> {
  const stage = await openStage({ ...options, info: { demo: aDemo(), ...options.info } });
  stages.push(stage);
  await stage.page.getByRole('heading', { level: 2 }).waitFor();
  return stage;
}

describe('the accounts to try', () => {
  it.each([
    ['en', 'outside its logon hours', 'locked out'],
    ['de', 'außerhalb der Anmeldezeiten', 'gesperrt'],
  ] as const)('say in %s what is the matter with each', async (language, hours, locked) => {
    const { page, picture } = await openDemo({ info: { settings: { ...anAppInfo().settings, language } } });
    const account = (user: string) => page.getByRole('button', { name: user }).innerText();
    expect(await account('henry@corp.example')).toBe(`henry@corp.example\n${hours}`);
    expect(await account('luke@corp.example')).toBe(`luke@corp.example\n${locked}`);
    await picture(`demo-accounts-${language}`);
  });

  it('come from a table of words, each of them', async () => {
    const { page } = await openDemo({ info: { settings: { ...anAppInfo().settings, language: 'pseudo' } } });
    const texts = await page.locator('section li button').allInnerTexts();
    expect(texts).toHaveLength(aDemo().accounts.length);
    for (const text of texts) expect(text).toMatch(/@corp\.example\n\[.+\]$/);
  });
});
