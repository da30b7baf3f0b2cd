import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import type { AppInfo } from '../../electron/contract.ts';
import { anAppInfo } from '../fakes/app-info.ts';
import { closeStages, loaded, openStage, type Stage, type StageOptions } from './stage.ts';
import type { Start } from './wizard-stage.ts';

afterAll(closeStages);

interface Held extends Stage {
  /** Loads the program, and waits until everything works. */
  load(): Promise<void>;
  readonly starts: () => readonly Start[];
  /** What the page complained of: its policy, an error, elements that were not taken over. */
  readonly complaints: readonly string[];
}

/** The page with its first screen, before the program is there. */
async function openHeld(options: StageOptions = {}): Promise<Held> {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const answers = { 'run.start': () => ({ run: crypto.randomUUID() }), ...options.answers };
  const stage = await openStage({ drawn: 'en', ...options, answers, held });
  // A page gives its first field the focus when it is first drawn.
  await stage.page.locator('input:focus').waitFor();
  const complaints: string[] = [];
  stage.page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  stage.page.on('pageerror', ({ message }) => complaints.push(message));
  return {
    ...stage,
    complaints,
    starts: () => stage.asked.filter(({ name }) => name === 'run.start').map(({ argument }) => argument as Start),
    async load() {
      release();
      await loaded(stage.page);
    },
  };
}

const field = (page: Page, name: string) => page.locator(`input[name=${name}]`);
const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('name') ?? null);
const settings = (change: Partial<AppInfo['settings']>) => ({ settings: { ...anAppInfo().settings, ...change } });

describe('before the program is loaded', () => {
  it('the first field has the focus, and what is typed then stays, with the caret where it was', async () => {
    const stage = await openHeld();
    const { page } = stage;
    expect(await focused(page)).toBe('user');
    await page.keyboard.type('alice@corp.example');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Waypost-lab-1');
    for (let press = 0; press < 3; press++) await page.keyboard.press('ArrowLeft');
    await field(page, 'user').evaluate((element) => Object.assign(element, { isTheSame: true }));
    await stage.load();
    expect(await field(page, 'user').evaluate((element) => 'isTheSame' in element)).toBe(true);
    expect(await focused(page)).toBe('password');
    await page.keyboard.type('+');
    expect(await field(page, 'password').inputValue()).toBe('Waypost-la+b-1');
    await page.keyboard.press('Enter');
    await expect.poll(() => stage.starts().length).toBe(1);
    const [start] = stage.starts();
    expect(start?.asked.user).toBe('alice@corp.example');
    expect(start?.password).toEqual({ kind: 'typed', text: 'Waypost-la+b-1' });
    expect(stage.complaints).toEqual([]);
    await stage.close();
  });

  it('Enter, pressed however often, submits once, and leaves no password in the page', async () => {
    const stage = await openHeld();
    const { page } = stage;
    await page.keyboard.type('alice@corp.example');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Waypost-lab-1');
    for (let press = 0; press < 3; press++) await page.keyboard.press('Enter');
    expect(stage.starts()).toEqual([]);
    await stage.load();
    await page.getByRole('heading', { name: 'Checking your account' }).waitFor();
    expect(stage.starts().map(({ password }) => password)).toEqual([{ kind: 'typed', text: 'Waypost-lab-1' }]);
    expect(await everythingIn(page)).not.toContain('Waypost-lab-1');
    await stage.close();
  });

  it('a button that was pressed does what it does', async () => {
    const stage = await openHeld();
    await stage.page.getByRole('button', { name: 'Set up', exact: true }).click();
    await stage.page.getByRole('tab', { name: 'Settings' }).click();
    await stage.load();
    await stage.page.getByRole('main', { name: 'Settings' }).waitFor();
    expect(stage.starts()).toEqual([]);
    await stage.close();
  });

  it('the name of a server can be given', async () => {
    const stage = await openHeld();
    const { page } = stage;
    await page.getByText('My mail server has a name I know').click();
    await page.getByLabel('Mail server', { exact: true }).fill('mail');
    await stage.load();
    await page.keyboard.press('Enter');
    await expect.poll(() => stage.starts().length).toBe(1);
    expect(stage.starts()[0]?.asked.server).toBe('mail');
    await stage.close();
  });

  it('nothing is there twice, for eyes or for a screen reader', async () => {
    const secrets: AppInfo['secrets'] = { state: 'none', backend: '', remembered: [] };
    const stage = await openHeld({ info: { secrets } });
    const heard = () => stage.page.locator('body').ariaSnapshot();
    const before = await heard();
    await stage.load();
    expect(await heard()).toBe(before);
    await stage.close();
  });
});

describe('a wrong guess', () => {
  it('of the language is corrected where it stands, and what was typed is kept', async () => {
    const stage = await openHeld({ drawn: 'en', info: settings({ language: 'de' }) });
    const { page } = stage;
    await page.getByRole('heading', { name: 'Set up your mail' }).waitFor();
    await page.keyboard.type('alice@corp.example');
    await stage.load();
    await page.getByRole('heading', { name: 'E-Mail einrichten' }).waitFor();
    expect(await field(page, 'user').inputValue()).toBe('alice@corp.example');
    expect(await focused(page)).toBe('user');
    expect(await page.locator('html').getAttribute('lang')).toBe('de');
    expect(stage.complaints).toEqual([]);
    await stage.close();
  });

  it('of a server shows the one that an administrator has set, which cannot be changed', async () => {
    const fields = [{ field: 'server', value: 'mail.corp.example', source: 'policy', locked: true }] as const;
    const policy = { ...anAppInfo().policy, fields: [...fields] };
    const stage = await openHeld({ info: { policy, ...settings({ server: 'mail.corp.example' }) } });
    await stage.load();
    const server = stage.page.getByLabel('Mail server', { exact: true });
    await server.waitFor();
    expect(await server.inputValue()).toBe('mail.corp.example');
    expect(await server.isEditable()).toBe(false);
    await stage.close();
  });

  it('of the screen shows the diagnosis of the file that was opened', async () => {
    const answers = { 'report.opened': () => null, 'history.list': () => [] };
    const stage = await openHeld({ info: { openedFile: true }, answers });
    await stage.load();
    await stage.page.getByRole('main', { name: 'Diagnose' }).waitFor();
    await stage.close();
  });
});

it('a name that is suggested stands in the form once the program knows it', async () => {
  const stage = await openHeld({ info: { suggestedUser: 'alice@corp.example' } });
  await stage.load();
  expect(await field(stage.page, 'user').inputValue()).toBe('alice@corp.example');
  await stage.close();
});

describe.each(['en', 'de'] as const)('in %s', (language) => {
  it.each([
    [1280, 800, false],
    [1280, 800, true],
    [800, 600, false],
    [800, 600, true],
    [480, 500, false],
  ])('the page and the program look the same at %i × %i, dark: %s', async (width, height, dark) => {
    const secrets: AppInfo['secrets'] = { state: 'none', backend: '', remembered: [] };
    const look = { size: { width, height }, dark, info: { secrets, ...settings({ language }) } };
    const stage = await openHeld({ drawn: language, ...look });
    const before = await shot(stage.page);
    const titleBefore = await stage.page.title();
    await stage.picture(`first-screen-${language}`);
    await stage.load();
    expect((await shot(stage.page)).equals(before)).toBe(true);
    const title = await stage.page.title();
    expect(titleBefore).toBe(title);
    await stage.close();
    // Nor does it differ where the program has drawn everything itself.
    const plain = await openStage(look);
    expect((await shot(plain.page)).equals(before)).toBe(true);
    expect(await plain.page.title()).toBe(title);
    await plain.close();
  });
});

function shot(page: Page): Promise<Buffer> {
  return page.screenshot({ caret: 'hide', animations: 'disabled' });
}

/** In the page: its markup, its fields, and all that stands in its global names. */
function everythingIn(page: Page): Promise<string> {
  return page.evaluate(() => {
    const values = [...document.querySelectorAll('input')].map(({ value }) => value);
    const globals = Object.values(window).filter((value) => typeof value === 'string');
    return [document.documentElement.outerHTML, ...values, ...globals].join('\n');
  });
}
