import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, afterEach, expect, it } from 'vitest';
import { type ClientPage, needsMailbox, openClients, opened, refused } from './clients-stage.ts';
import { closeStages, type StageOptions } from './stage.ts';
import { tooWide, untranslated } from './words-page.ts';

const pages: ClientPage[] = [];
afterEach(async () => {
  for (const one of pages.splice(0)) await one.close();
});
afterAll(closeStages);

/** Names of people, servers, programs, files and folders, and what the main process says in English or German only. */
const names = new RegExp(
  [
    'Thunderbird for Android|Thunderbird|Outlook \\(classic\\)|Apple Mail, iOS|Evolution|KMail|Claws Mail|Geary|NeoMutt',
    'mutt|aerc|msmtp|himalaya|Waypost|Alice (Smith|Müller-Łukasz)|[\\w.-]+@\\w+\\.example|[\\w.-]*\\.?\\w+\\.example',
    '\\d[\\d.]*\\sm?s|Ok: queued as \\w+|EACCES|secret-tool store .*|STARTTLS|[~/:\\w.-]+/[/\\w.-]+|[\\w.-]+\\.(json|js|xml|cfg)',
    'in the folder of a new profile|beside the program|needs a server for incoming mail',
  ].join('|'),
  'g',
);

/** All that can be seen at once: results of every kind, the other clients, and the files of one. */
async function openEverything(options: StageOptions & { language: 'en' | 'de' | 'pseudo' }): Promise<ClientPage> {
  const undo = crypto.randomUUID();
  const one = await openClients({
    installed: ['thunderbird', 'claws', 'aerc', 'geary'],
    different: { geary: { action: 'save', problem: needsMailbox('geary') } },
    ...options,
    answers: {
      'clients.open': ({ client }) =>
        client === 'claws'
          ? refused('cannot-write', 'EACCES /home/alice/.claws-mail/accountrc')
          : opened({ undo, replaced: 2, backup: '/home/alice/.config/waypost/backups/one' }),
      'clients.save': () => '/home/alice/aerc',
    },
  });
  pages.push(one);
  const { page } = one;
  await one.row('Thunderbird').getByRole('button').first().click();
  await one.row('Claws Mail').getByRole('button').first().click();
  await one.row('aerc').getByRole('button').first().click();
  await one.row('aerc').getByText('secret-tool').waitFor();
  await one.row('Claws Mail').getByText('EACCES').waitFor();
  await one.row('Thunderbird').getByRole('img').waitFor();
  await page.locator('main section h4, main ul + button[aria-expanded=false]').last().click();
  await one.row('himalaya').waitFor();
  await one.row('Thunderbird').locator('button[aria-expanded=false]').click();
  await one.row('Thunderbird').locator('h4').first().waitFor();
  return one;
}

async function showCode(one: ClientPage): Promise<void> {
  await one.row('Thunderbird for Android').getByRole('button').first().click();
  await one.page.getByRole('dialog').locator('svg[role=img]').waitFor();
}

async function violations({ page }: ClientPage): Promise<readonly string[]> {
  const { violations: found } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

it.each([
  { language: 'en', dark: false, size: { width: 1280, height: 800 } },
  { language: 'de', dark: true, size: { width: 800, height: 600 } },
] as const)('the page of the mail programs breaks no rule of accessibility: %j', async (look) => {
  const one = await openEverything(look);
  await one.page
    .locator('main h2')
    .last()
    .evaluate((heading) => heading.scrollIntoView());
  await one.picture(`clients-all-${look.language}`);
  expect(await violations(one)).toEqual([]);
  await showCode(one);
  expect(await violations(one)).toEqual([]);
});

it('each word of the page comes from a table', async () => {
  const one = await openEverything({ language: 'pseudo' });
  await one.page.locator('pre').evaluateAll((texts) => {
    for (const text of texts) text.replaceChildren();
  });
  expect(await untranslated(one.page, names)).toEqual([]);
  await showCode(one);
  expect(await untranslated(one.page, names)).toEqual([]);
});

it.each(['de', 'pseudo'] as const)('has room for the longer words of %s in windows of every size', async (language) => {
  const one = await openEverything({ language });
  for (const size of [
    { width: 1280, height: 800 },
    { width: 800, height: 600 },
    { width: 480, height: 600 },
    { width: 400, height: 300 },
  ]) {
    await one.page.setViewportSize(size);
    await one.picture(`clients-${language}-${size.width}`);
    expect(await one.page.evaluate(tooWide), `${size.width}×${size.height}`).toEqual([]);
  }
});
