import { afterAll, describe, expect, it } from 'vitest';
import type { SecretStoreState } from '../../electron/contract.ts';
import { anAppInfo } from '../fakes/app-info.ts';
import { closeStages, openStage, type Stage } from './stage.ts';

afterAll(closeStages);

const selected = ({ page }: Stage) => page.getByRole('tab', { selected: true }).innerText();

describe('the window', () => {
  it('opens on the set-up screen, and is called by the screen that it shows', async () => {
    const stage = await openStage();
    expect(await selected(stage)).toBe('Set up mail');
    expect(await stage.page.title()).toBe('Set up mail – Waypost');
    await stage.picture('shell');
    await stage.page.getByRole('tab', { name: 'Settings' }).click();
    await expect.poll(() => stage.page.title()).toBe('Settings – Waypost');
    await stage.page.getByRole('main', { name: 'Settings' }).waitFor();
    await stage.close();
  });

  it('opens on the diagnosis when it was opened with a file', async () => {
    const stage = await openStage({
      info: { openedFile: true },
      answers: { 'report.opened': () => null, 'history.list': () => [] },
    });
    expect(await selected(stage)).toBe('Diagnose');
    await stage.close();
  });

  it('is one stop for the Tab key, along which the arrow keys move', async () => {
    const stage = await openStage();
    const { keyboard } = stage.page;
    await stage.page.getByRole('tab', { selected: true }).focus();
    await keyboard.press('ArrowRight');
    await keyboard.press('ArrowRight');
    await stage.page.locator('[role=tab]:focus', { hasText: 'Test message' }).waitFor();
    expect(await selected(stage)).toBe('Set up mail');
    await keyboard.press('Home');
    await keyboard.press('End');
    await keyboard.press('Enter');
    await expect.poll(() => selected(stage)).toBe('Settings');
    await stage.close();
  });

  it('goes where the menu says', async () => {
    const stage = await openStage({ answers: { 'history.list': () => [] } });
    await stage.tell('menu.command', 'diagnose');
    await expect.poll(() => selected(stage)).toBe('Diagnose');
    await stage.close();
  });

  it.each([
    ['en', 'About Waypost', 'Copy versions'],
    ['de', 'Über Waypost', 'Versionen kopieren'],
  ] as const)(
    'says what it is when the menu asks: name, version, licence, parts (%s)',
    async (language, title, copy) => {
      const stage = await openStage({ info: { settings: { ...anAppInfo().settings, language } } });
      const { page } = stage;
      const heading = page.getByRole('heading', { name: title });
      const isThere = () =>
        heading.evaluate((one) => document.activeElement === one && one.getBoundingClientRect().bottom);
      await stage.tell('menu.command', 'about');
      await expect.poll(isThere).toBeLessThan(800);
      const section = await page.getByRole('region', { name: title }).innerText();
      expect(section).toContain('Waypost\n0.1.0\nElectron\n45.4.1');
      expect(section).toMatch(/MIT.+Copyright/);
      await page.getByRole('button', { name: copy }).click();
      await expect
        .poll(() => stage.asked.find(({ name }) => name === 'clipboard.write')?.argument)
        .toBe('Waypost 0.1.0\nElectron 45.4.1');
      await stage.picture(`about-${language}`);

      // Asked again from another place of the same screen, it leads there again, and what was typed stays.
      const server = page.locator('main input').first();
      await server.fill('mail');
      await server.evaluate((one) => one.scrollIntoView());
      await stage.tell('menu.command', 'about');
      await expect.poll(isThere).toBeLessThan(800);
      await stage.close();
    },
  );

  it('changes its language where it is, and forgets nothing that was typed', async () => {
    const stage = await openStage();
    await stage.page.locator('input[name=user]').fill('alice@corp.example');
    await stage.tell('settings.changed', { ...anAppInfo().settings, language: 'de' });
    await stage.page.getByRole('heading', { name: 'E-Mail einrichten' }).waitFor();
    expect(await stage.page.locator('input[name=user]').inputValue()).toBe('alice@corp.example');
    expect(await stage.page.locator('html').getAttribute('lang')).toBe('de');
    await stage.close();
  });

  it('follows the setting for its appearance, whatever the system has', async () => {
    const stage = await openStage({ dark: true });
    const background = () => stage.page.locator('nav').evaluate((nav) => getComputedStyle(nav).color);
    const dark = await background();
    await stage.tell('settings.changed', { ...anAppInfo().settings, appearance: 'light' });
    await expect.poll(background).not.toBe(dark);
    await stage.close();
  });
});

it('knows what the main process told while nobody was listening yet', async () => {
  // The first answer is older than the window: the keyring is found a moment later.
  const none: SecretStoreState = { state: 'none', backend: '', remembered: [] };
  const ready: SecretStoreState = { state: 'ready', backend: 'GNOME Keyring', remembered: [] };
  let asked = 0;
  const stage = await openStage({
    answers: { 'app.info': () => anAppInfo({ secrets: asked++ === 0 ? none : ready }) },
  });
  await stage.page.getByLabel('Remember password on this computer').waitFor();
  await stage.close();
});
