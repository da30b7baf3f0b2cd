import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Arrival, RunEvent } from '../../src/run/index.ts';
import { anArrival, longWay } from '../fakes/found-chain.ts';
import { recordLabRun } from '../fakes/lab-run.ts';
import type { Scene } from './views-page.ts';
import { axeFindings, showScene, viewsStage } from './views-stage.ts';

type Views = Awaited<ReturnType<typeof viewsStage>>;

let views: Views;
let sound: readonly RunEvent[];
let disagreeing: readonly RunEvent[];
let discovered: readonly RunEvent[];

beforeAll(async () => {
  views = await viewsStage();
  const setUp = { goal: 'set-up', to: [] } as const;
  sound = await recordLabRun([], setUp);
  disagreeing = await recordLabRun(['settings-disagree', 'message-in-junk'], setUp);
  discovered = await recordLabRun(['autoconfig-login-page', 'mailbox-certificate-wrong-name'], {
    goal: 'discover',
    user: null,
    destination: 'alice@corp.example',
  });
}, 120_000);
afterAll(() => views.close());

/** A run with other facts about the arrival. */
function withArrival(events: readonly RunEvent[], arrival: Arrival): readonly RunEvent[] {
  return events.map((event) => {
    if (event.type !== 'probe-finished' || !event.chain.custody?.arrival) return event;
    const { custody } = event.chain;
    return {
      ...event,
      chain: { ...event.chain, custody: { ...custody, arrival } },
    };
  });
}

it.each([
  { language: 'en', dark: false, width: 900 },
  { language: 'de', dark: true, width: 592 },
  { language: 'en', dark: false, width: 380 },
] as const)(
  'shows what was found without a barrier: $language, $width pixels wide',
  async ({ language, dark, width }) => {
    const scenes: readonly (readonly [string, Scene['view'], readonly RunEvent[]])[] = [
      ['sound', 'SettingsView', sound],
      ['disagreeing', 'SettingsView', disagreeing],
      ['discovered', 'SettingsView', discovered],
      ['sound', 'MailboxView', sound],
      ['sound', 'ArrivalView', sound],
      ['junk', 'ArrivalView', disagreeing],
      ['long', 'ArrivalView', withArrival(sound, anArrival({ hops: longWay, after: 182_400 }))],
    ];
    const stage = await views.open(
      { view: 'SettingsView', events: sound, language },
      { dark, size: { width, height: 1400 } },
    );
    for (const [name, view, events] of scenes) {
      await showScene(stage, { view, events, language, dark });
      await stage.page.getByRole('heading', { level: 2, name: language, exact: true }).waitFor();
      expect.soft(await axeFindings(stage), view).toEqual([]);
      const overflow = await stage.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect.soft(overflow, `${view} scrolls inside itself and not the page`).toBeLessThanOrEqual(0);
      await stage.picture(`found-${view}-${name}-${language}`);
    }
    await stage.close();
  },
  120_000,
);

it('says who named a server, where exactly, and why a password may go there, once that is opened', async () => {
  const stage = await views.open({ view: 'SettingsView', events: sound });
  const { page } = stage;
  const chosen = page.getByRole('region', { name: 'Chosen servers' });
  const [incoming] = await chosen.getByRole('listitem').all();
  expect(await incoming?.innerText()).toMatch(
    /imap\.corp\.example[\s\S]*Chosen, because several sources agree on it\./,
  );
  expect(await page.getByText('https://autoconfig.corp.example/mail/config-v1.1.xml').count()).toBe(1);
  const named = chosen.getByRole('button', { name: /^Named by: Active Directory, SRV records/ }).first();
  await named.focus();
  await page.keyboard.press('Enter');
  expect(await named.getAttribute('aria-expanded')).toBe('true');
  await chosen.getByText('https://autoconfig.corp.example/mail/config-v1.1.xml').waitFor();
  await chosen.getByText('Password: may be sent here, because of: the domain of the sign-in name').waitFor();
  await stage.picture('found-settings-open');
  expect(await axeFindings(stage)).toEqual([]);
  await stage.close();
});

it('a picture of the way says in words all that it shows, and stays one in forced colours', async () => {
  const events = withArrival(sound, anArrival({ hops: longWay, after: 31_000 }));
  const stage = await views.open({ view: 'ArrivalView', events }, { forcedColors: true });
  const { page } = stage;
  const way = page.getByRole('region', { name: 'The way it came' });
  const stops = await way.getByRole('listitem').allInnerTexts();
  expect(stops).toHaveLength(6);
  expect(stops[2]).toMatch(/1.s later[\s\S]*ESMTP · not encrypted[\s\S]*scanner\.with-a-very-long-name/);
  expect(stops[4]).toMatch(/3.s earlier: the clocks of these servers disagree[\s\S]*imap\\u\{202e\}evil\.example/);
  expect(stops[5]).toMatch(/seen after 31\.0.s[\s\S]*INBOX/);
  const lines = await way
    .locator('span[aria-hidden]')
    .evaluateAll((all) =>
      all
        .map((one) => getComputedStyle(one).borderLeftStyle)
        .filter((style) => style === 'dashed' || style === 'dotted'),
    );
  expect(lines).toEqual(['dashed', 'dotted', 'dotted']);
  await stage.picture('found-forced');
  await stage.close();
});
