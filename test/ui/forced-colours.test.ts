import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type { AppInfo } from '../../electron/contract.ts';
import { anAppInfo } from '../fakes/app-info.ts';
import { recordLabRun } from '../fakes/lab-run.ts';
import { openClients, opened } from './clients-stage.ts';
import { openDiagnosis, runWith } from './diagnosis-stage.ts';
import { closeStages, openStage, type Stage } from './stage.ts';
import { openWizard, wizardRun } from './wizard-stage.ts';

const stages: Stage[] = [];

afterEach(async () => {
  for (const stage of stages.splice(0)) await stage.close();
});

afterAll(closeStages);

function kept<S extends Stage>(stage: S): S {
  stages.push(stage);
  return stage;
}

const source = '/etc/waypost/policy.json';
const managed: Partial<AppInfo> = {
  settings: { ...anAppInfo().settings, server: 'mail.corp.example', approvedDomains: ['corp.example'] },
  policy: {
    ...anAppInfo().policy,
    fields: [{ field: 'server', value: 'mail.corp.example', source, locked: true }],
    faults: [{ source, fault: 'wrong-value', detail: 'timeout' }],
  },
};

/** High contrast, as a system has it that forces its own few colours on every program. */
describe.each([
  { dark: false, size: { width: 1280, height: 800 } },
  { dark: true, size: { width: 800, height: 600 } },
])('in forced colours (dark: $dark)', (look) => {
  const forced = { ...look, forcedColors: true };

  it('the form of the set-up can be read, with what is wrong with it', async () => {
    const stage = kept(
      await openWizard({
        ...forced,
        answers: { 'run.start': () => ({ invalid: [{ field: 'user', flaw: 'not-a-user', value: '' }] }) },
      }),
    );
    await stage.submit();
    await stage.page.locator('[aria-invalid=true]').waitFor();
    const mark = stage.page.getByRole('alert').evaluate((one) => getComputedStyle(one, '::before').content);
    expect(await mark).toContain('!');
    await stage.picture('forced-set-up');
    expect(await stage.page.evaluate(unreadable)).toEqual([]);
  });

  it('a decision can be read', async () => {
    const stage = kept(await openWizard(forced));
    await stage.submit();
    await stage.play(await wizardRun(['server-elsewhere'], { server: null }));
    await stage.page.locator('input[type=checkbox]').first().waitFor();
    await stage.picture('forced-decision');
    expect(await stage.page.evaluate(unreadable)).toEqual([]);
  });

  it('a failed run can be read', async () => {
    const stage = kept(await openDiagnosis(forced));
    await stage.page.getByLabel('Sign-in name').fill('alice@corp.example');
    await runWith(stage, await recordLabRun(['relay-denied']));
    await stage.page.getByRole('heading', { name: /^Broken at/ }).waitFor();
    if (look.size.width > 900) await stage.page.getByRole('listbox').waitFor();
    await stage.picture('forced-diagnose');
    expect(await stage.page.evaluate(unreadable)).toEqual([]);
  });

  it('the mail programs can be read, with what came of opening one', async () => {
    const answers = { 'clients.open': () => opened({ undo: crypto.randomUUID(), replaced: 1, backup: '/home/alice' }) };
    const stage = kept(await openClients({ ...forced, answers }));
    await stage.row('Thunderbird').getByRole('button').first().click();
    await stage.row('Thunderbird').getByRole('button', { name: 'Undo' }).waitFor();
    await stage.picture('forced-clients');
    expect(await stage.page.evaluate(unreadable)).toEqual([]);
  });

  it('the settings can be read', async () => {
    const stage = kept(await openStage({ ...forced, info: managed }));
    await stage.page.getByRole('tab').nth(3).click();
    await stage.page.getByRole('heading', { level: 1 }).waitFor();
    await stage.picture('forced-settings');
    expect(await stage.page.evaluate(unreadable)).toEqual([]);
  });
});

/** In the page: texts that do not stand out from what is behind them (7 : 1, as high contrast promises; what is out of use aside). */
function unreadable(): string[] {
  const channels = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number);
  const luminance = (colour: string) =>
    channels(colour)
      .slice(0, 3)
      .map((value) => value / 255)
      .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
      .reduce((sum, value, i) => sum + value * ([0.2126, 0.7152, 0.0722][i] ?? 0), 0);
  const behind = (element: Element | null): string => {
    if (element === null) return 'rgb(255, 255, 255)';
    const { backgroundColor } = getComputedStyle(element);
    return channels(backgroundColor)[3] === 0 ? behind(element.parentElement) : backgroundColor;
  };
  const found: string[] = [];
  for (const element of document.querySelectorAll('body *')) {
    const own = [...element.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE);
    const text = own
      .map(({ textContent }) => textContent ?? '')
      .join('')
      .trim();
    const isOut = element.closest('[disabled], [aria-disabled=true], script, style') !== null;
    if (text === '' || isOut || !element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    if (element.getBoundingClientRect().width <= 1) continue;
    const [one = 0, other = 0] = [getComputedStyle(element).color, behind(element)].map(luminance);
    const contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    if (contrast < 7) found.push(`${contrast.toFixed(1)} ${text.slice(0, 60)}`);
  }
  return found;
}
