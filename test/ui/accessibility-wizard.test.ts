import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { anAppInfo } from '../fakes/app-info.ts';
import { aDemo } from '../fakes/demo-state.ts';
import { closeStages, type StageOptions } from './stage.ts';
import { halfARun, openWizard, passwordField, settingsRun, type Wizard, wizardRun } from './wizard-stage.ts';

/** One state of the wizard: what it is shown, and how it gets there. */
interface State {
  readonly name: string;
  readonly options?: StageOptions;
  reach(wizard: Wizard): Promise<void>;
}

const opened: Wizard[] = [];

afterEach(async () => {
  for (const wizard of opened.splice(0)) await wizard.close();
});
afterAll(closeStages);

/** The state that a run of the world leads to, when it is broken in this way; `shown` is there once all of it is. */
function after(name: string, fault: string, shown = 'main :is(button, input, h1):focus', changes = {}): State {
  return {
    name,
    async reach(wizard) {
      await wizard.submit();
      await wizard.page.locator('ol').waitFor();
      const checking = await wizard.heading();
      await wizard.play(await wizardRun([fault], changes));
      await expect.poll(wizard.heading).not.toBe(checking);
      await wizard.page.locator(shown).first().waitFor();
    },
  };
}

const halfway: State['reach'] = async (wizard) => {
  await wizard.submit();
  await wizard.play(await halfARun());
  await wizard.page.getByText('mail.corp.example').first().waitFor();
};

const states: readonly State[] = [
  { name: 'form', reach: async () => {} },
  {
    name: 'demo',
    options: { info: { demo: aDemo(['name-twice']) }, answers: { 'demo.break': (ids) => aDemo(ids) } },
    async reach({ page }) {
      await page.getByRole('region').getByRole('button', { expanded: false }).click();
      await page.getByRole('searchbox').fill('relay');
    },
  },
  {
    name: 'invalid',
    options: {
      answers: {
        'run.start': () => ({
          invalid: [
            { field: 'user', flaw: 'not-a-user', value: '' },
            { field: 'server', flaw: 'server-with-port', value: 'mail:25' },
          ],
        }),
      },
    },
    async reach(wizard) {
      await wizard.submit();
      await wizard.page.locator('input[name=server]').waitFor();
    },
  },
  { name: 'steps', reach: halfway },
  {
    name: 'steps-open',
    async reach(wizard) {
      await halfway(wizard);
      await wizard.page.locator('ol button').first().click();
      await wizard.page.locator('ol ul li').first().waitFor();
    },
  },
  after('approve', 'server-elsewhere', 'input[type=checkbox]', { server: null }),
  after('choose', 'name-twice'),
  after('issuer', 'relay-certificate-untrusted-issuer'),
  after('relay-password', 'relay-password'),
  after('ask-server', 'no-search-list'),
  after('retype', 'account-missing', '[role=alert] h2'),
  after('failed', 'relay-denied'),
  after('locked', 'account-locked'),
  after('done', 'password-expires-soon'),
  after('uncertain', 'dropped-after-dot'),
  after('foreign', 'mailbox-elsewhere'),
  after('trouble', 'mailbox-password'),
  after('junk', 'message-in-junk'),
  {
    name: 'found-open',
    async reach(wizard) {
      await wizard.submit();
      await wizard.play(await wizardRun(['settings-disagree']));
      await wizard.page.getByRole('button', { name: 'How this was found' }).click();
      await wizard.page.getByRole('button', { name: 'The way it came' }).click();
      await wizard.page.getByText('Where settings were looked for').waitFor();
    },
  },
  {
    name: 'settings-only',
    async reach(wizard) {
      await wizard.search();
      await wizard.play(await settingsRun());
      await expect.poll(wizard.heading).toBe('Your mail settings');
    },
  },
];

async function violations({ page }: Wizard): Promise<readonly string[]> {
  const { violations: found } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

const looks = [
  { dark: false, size: { width: 1280, height: 800 } },
  { dark: true, size: { width: 800, height: 600 } },
] as const;
const wordings = [
  { language: 'de', size: { width: 480, height: 800 } },
  { language: 'pseudo', size: { width: 400, height: 600 } },
] as const;

describe.each(states)('$name', (state) => {
  it('breaks no rule of accessibility in either theme, and has room for longer words', async () => {
    const wizard = await openWizard(state.options);
    opened.push(wizard);
    await state.reach(wizard);
    for (const look of looks) {
      await wizard.look(look);
      await wizard.picture(`wizard-${state.name}`);
      expect({ ...look, found: await violations(wizard) }).toEqual({ ...look, found: [] });
    }
    for (const { language, size } of wordings) {
      await wizard.look({ dark: false, size });
      await wizard.tell('settings.changed', { ...anAppInfo(state.options?.info).settings, language });
      await expect.poll(() => wizard.page.evaluate(() => document.documentElement.lang)).not.toBe('en');
      await wizard.picture(`wizard-${state.name}-${language}`);
      expect({ language, tooWide: await tooWide(wizard) }).toEqual({ language, tooWide: [] });
    }
  });
});

function tooWide({ page }: Wizard): Promise<readonly string[]> {
  return page.locator('main > * *').evaluateAll((all) => {
    // The column keeps 16 pixels free on each side.
    const edge = document.documentElement.clientWidth - 16;
    const seen = all.filter((element) => element.checkVisibility());
    const beyond = seen.filter((element) => element.getBoundingClientRect().right > edge + 0.5);
    return beyond.map((element) => `${element.tagName} ${element.textContent?.slice(0, 40)}`);
  });
}

it('is gone through with the keyboard alone, from the name to the settings that are copied', async () => {
  const wizard = await openWizard();
  opened.push(wizard);
  const { keyboard } = wizard.page;
  await wizard.page.locator('input[name=user]:focus').waitFor();
  await keyboard.type('alice@corp.example');
  await keyboard.press('Tab');
  await keyboard.type('Waypost-lab-1');
  expect(await passwordField(wizard.page).inputValue()).toBe('Waypost-lab-1');
  await keyboard.press('Enter');
  await wizard.page.locator('h1:focus', { hasText: 'Checking your account' }).waitFor();
  await wizard.play(await wizardRun(['name-twice']));
  await wizard.page.locator('input[type=radio]:focus').waitFor();
  await keyboard.press('Space');
  await keyboard.press('Enter');
  await wizard.page.locator('h1:focus', { hasText: 'Checking your account' }).waitFor();
  await wizard.play(await wizardRun());
  await wizard.page.locator('h1:focus', { hasText: 'Your account' }).waitFor();
  const focused = () => wizard.page.evaluate(() => document.activeElement?.textContent);
  for (let presses = 0; presses < 30 && !(await focused())?.startsWith('Copy settings'); presses++)
    await keyboard.press('Tab');
  await keyboard.press('Enter');
  await expect
    .poll(() => wizard.asked.find(({ name }) => name === 'clipboard.write')?.argument)
    .toContain('alice@corp.example');
});

it('stands in the system’s own colours, and stands still, where that is asked for', async () => {
  const wizard = await openWizard({ forcedColors: true, reducedMotion: true, size: { width: 800, height: 600 } });
  opened.push(wizard);
  await halfway(wizard);
  await wizard.picture('wizard-steps-forced');
  expect(await wizard.page.evaluate(() => document.getAnimations().length)).toBe(0);
});
