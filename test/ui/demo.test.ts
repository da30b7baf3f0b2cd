import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type { DemoState } from '../../electron/contract.ts';
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

it('an account that was chosen needs nothing but Enter', async () => {
  const stage = await openDemo({ answers: { 'run.start': () => ({ run: crypto.randomUUID() }) } });
  const { page } = stage;
  await page.getByRole('button', { name: 'luke@corp.example' }).click();
  await page.locator('button[type=submit]:focus').waitFor();
  await page.keyboard.press('Enter');
  await expect
    .poll(() => stage.asked.find(({ name }) => name === 'run.start')?.argument)
    .toMatchObject({
      asked: { user: 'luke@corp.example' },
      password: { kind: 'typed', text: aDemo().password },
    });
});

describe('the list of what can be broken', () => {
  /** A main process that is slow to make the world anew: the test says what becomes of it. */
  function slowly() {
    const waiting: ((answer: DemoState | Error) => void)[] = [];
    const rebuild = () =>
      new Promise<DemoState>((resolve, reject) => {
        waiting.push((answer) => (answer instanceof Error ? reject(answer) : resolve(answer)));
      });
    const settle = async (place: number, answer: DemoState | Error) => {
      await expect.poll(() => waiting.length).toBeGreaterThan(place);
      waiting[place]?.(answer);
    };
    return { rebuild, settle };
  }

  async function openList(rebuild: () => Promise<DemoState>, options: StageOptions = {}) {
    const stage = await openDemo({ ...options, answers: { 'demo.break': rebuild } });
    await stage.page.getByRole('button', { name: 'What would you like to break?' }).click();
    const box = (id: string) => stage.page.getByRole('checkbox', { name: new RegExp(`${id}$`) });
    await box('relay-denied').waitFor();
    return { ...stage, box };
  }

  it('shows at once what was asked for, says that it is not there yet, and takes the next wish', async () => {
    const { rebuild, settle } = slowly();
    const { page, box, picture, asked } = await openList(rebuild);
    const list = page.getByRole('list', { name: 'What would you like to break?' });
    await box('relay-denied').check();
    await page.getByText('1 thing is broken. The small world is being rebuilt…').waitFor();
    expect(await list.getAttribute('aria-busy')).toBe('true');
    await list.scrollIntoViewIfNeeded();
    await picture('demo-rebuilding');
    await box('dc1-silent').check();
    await settle(0, aDemo(['relay-denied']));
    await settle(1, aDemo(['relay-denied', 'dc1-silent']));
    await page.getByText('2 things are broken.', { exact: true }).first().waitFor();
    expect(await list.getAttribute('aria-busy')).toBe('false');
    expect(await box('dc1-silent').isChecked()).toBe(true);
    expect(asked.filter(({ name }) => name === 'demo.break').map(({ argument }) => argument)).toEqual([
      ['relay-denied'],
      ['relay-denied', 'dc1-silent'],
    ]);
  });

  it('goes back to what holds when the world could not be rebuilt, and says so', async () => {
    const { rebuild, settle } = slowly();
    const { page, box, picture } = await openList(rebuild, { dark: true, size: { width: 800, height: 600 } });
    await box('relay-denied').check();
    await settle(0, new Error('call failed'));
    await page.locator('main').getByText('The small world could not be rebuilt.').waitFor();
    expect(await box('relay-denied').isChecked()).toBe(false);
    await picture('demo-not-rebuilt');
  });
});
