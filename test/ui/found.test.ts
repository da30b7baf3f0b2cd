import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Arrival, Hop, RunEvent } from '../../src/run/index.ts';
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

const hop: Hop = { from: null, by: null, with: null, id: null, at: null, delay: null, tls: null };

const longWay: readonly Hop[] = [
  {
    ...hop,
    from: '[10.1.2.3]',
    by: 'mail.corp.example',
    with: 'ESMTPSA',
    id: '4XYZ1',
    at: '2026-11-24T08:00:00Z',
    tls: true,
  },
  {
    ...hop,
    from: 'mail.corp.example',
    by: 'scanner.with-a-very-long-name-that-hardly-fits.security.corp.example',
    with: 'ESMTP',
    at: '2026-11-24T08:00:01Z',
    delay: 1_000,
    tls: false,
  },
  {
    ...hop,
    from: 'scanner-out.corp.example',
    by: 'mx2.corp.example',
    with: 'ESMTPS',
    at: '2026-11-24T08:03:00Z',
    delay: 179_000,
    tls: true,
  },
  {
    ...hop,
    from: 'mx2.corp.example',
    by: 'imap\u202eevil.corp.example',
    with: 'LMTP',
    at: '2026-11-24T08:02:57Z',
    delay: -3_000,
  },
];

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
      ['long', 'ArrivalView', withArrival(sound, { folder: 'INBOX', role: 'inbox', hops: longWay, after: 182_400 })],
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
