// Threat: a compromised window sends the main process whatever it likes, ten thousand times, to make it crash, hang, or
// do more than the contract says.
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type App, launch } from '../../e2e/desktop.ts';

let app: App;
beforeAll(async () => {
  app = await launch();
});
afterAll(() => app.close());

/** What would do something to the machine outside is named, but not tried by chance. */
const names = [
  'app.info',
  'run.start',
  'run.cancel',
  'run.forget',
  'history.open',
  'history.remove',
  'report.read',
  'opened.more',
  'bundle.preview',
  'bundle.save',
  'clients.list',
  'clients.profile',
  'clients.save',
  'clients.open',
  'clients.undo',
  'settings.change',
  'secrets.forget',
  'demo.break',
  'link.open',
  '__proto__',
  'constructor',
  'toString',
  '',
];

it('outlives ten thousand malformed messages, and starts nothing for any of them', async () => {
  const messages: readonly (readonly [string, unknown])[] = fc.sample(
    fc.tuple(fc.constantFrom(...names), fc.jsonValue()),
    {
      numRuns: 10_000,
      seed: 20_261_124,
    },
  );
  let refused = 0;
  for (let at = 0; at < messages.length; at += 500) {
    refused += await app.page.evaluate(countRefused, JSON.stringify(messages.slice(at, at + 500)));
  }
  // A few arguments may be good ones: an empty list of changes, a link that is not allowed.
  expect(refused).toBeGreaterThan(9_000);
  const { version } = await app.page.evaluate(() => window.waypost.call('app.info'));
  expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  expect(await app.page.evaluate(() => window.waypost.call('history.list'))).toEqual([]);
});

/** Runs inside the window. → how many of the messages were refused. */
async function countRefused(json: string): Promise<number> {
  const batch = JSON.parse(json) as [string, unknown][];
  const call = window.waypost.call as (name: string, argument: unknown) => Promise<unknown>;
  const outcomes = await Promise.allSettled(batch.map(async ([name, argument]) => call(name, argument)));
  return outcomes.filter(({ status }) => status === 'rejected').length;
}

it('takes nothing from a frame that is not the window’s own page', async () => {
  const reached = await app.page.evaluate(async () => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    await new Promise((resolve) => setTimeout(resolve, 200));
    const inside = frame.contentWindow as unknown as { waypost?: unknown };
    const found = inside?.waypost !== undefined;
    frame.remove();
    return found;
  });
  expect(reached).toBe(false);
});
