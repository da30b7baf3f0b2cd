// Threat: a server puts markup, control codes, direction overrides or endless words into everything it says, so that the
// window runs it, shows something else than what was sent, or becomes useless. A real run is taken, every text that a
// server can choose is replaced, and all of it is looked through in the packaged app.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import type { RunEvent } from '../../../src/run/index.ts';
import { type App, launch } from '../../e2e/desktop.ts';
import { recordLabRun } from '../../fakes/lab-run.ts';

let app: App;
afterEach(() => app.close());

const attacks: readonly (readonly [string, string])[] = [
  ['markup', '<img src=x onerror="window.ran=1"><script>window.ran=1</script><a href="javascript:window.ran=1">x</a>'],
  ['direction overrides', '\u202egnp.exe \u2066hidden\u2069 \u200fright'],
  ['control codes', '\u001b[2J\u0007\u0000\u009b31m\u2028line'],
  ['lone surrogates', 'a\ud800b\udc00c'],
  ['one word without an end', 'w'.repeat(1_900)],
  ['templates', '{{constructor.constructor("window.ran=1")()}} %3Cscript%3Ewindow.ran=1%3C/script%3E'],
];

/** What the fold itself relies on stays as it is: ids, kinds, states. */
const ours = new Set([
  'run',
  'type',
  'probe',
  'id',
  'outcome',
  'kind',
  'code',
  'option',
  'protocol',
  'direction',
  'startedAt',
  'waypost',
  'goal',
  'verdict',
  'state',
  'security',
  'origin',
  'scope',
  'reached',
  'needs',
  'considers',
  'owner',
  'notBefore',
  'notAfter',
  'passwordExpiresAt',
  'lastBadPasswordAt',
  'enhanced',
]);

function poisoned(value: unknown, text: string, key = ''): unknown {
  if (ours.has(key)) return value;
  if (typeof value === 'string') return text;
  if (Array.isArray(value)) return value.map((one) => poisoned(one, text, key));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, poisoned(one, text, name)]));
}

it.each(attacks)('shows %s in every field as nothing but text', async (_, text) => {
  const recorded = await recordLabRun(['relay-denied', 'dc1-refused']);
  const events = recorded.map((event) => poisoned(event, text) as RunEvent);
  app = await launch();
  const { page } = app;
  const file = join(app.userData, 'hostile.ndjson');
  await writeFile(file, events.map((event) => `${JSON.stringify(event)}\n`).join(''));
  await page.getByRole('tab', { name: 'Diagnose' }).click();
  await page.locator('input[type="file"][data-purpose="open-report"]').setInputFiles(file);
  await page.getByRole('tree').waitFor();
  const seen: string[] = [];
  const items = page.getByRole('treeitem');
  for (let at = 0; at < (await items.count()); at++) {
    await items.nth(at).click();
    seen.push(await page.locator('main').innerText());
  }
  const tabs = page.locator('main').getByRole('tab');
  for (let at = 0; at < (await tabs.count()); at++) {
    await tabs.nth(at).click();
    // Its script is loaded when it is first shown.
    await page.locator('#detail-panel > * > *').first().waitFor();
    seen.push(await page.locator('main').innerText());
  }
  const harm = await page.evaluate(() => ({
    ran: (window as unknown as { ran?: unknown }).ran ?? null,
    foreign: document.querySelectorAll('main img, main iframe, main script, main a[href^="javascript"]').length,
    wider: document.documentElement.scrollWidth > document.documentElement.clientWidth,
  }));
  expect(harm).toEqual({ ran: null, foreign: 0, wider: false });
  expect(seen.join('\n')).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200e\u200f\u0007\u001b\u009b\u2028]/);
});
