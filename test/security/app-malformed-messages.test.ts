// Threat: something in the window (a hole in the page, a script that got in) talks to the main process directly. Whatever
// it sends, only what the contract allows may reach the code behind it, and nothing it sends may end the main process.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type CallName, calls } from '../../electron/contract.ts';
import { type Handlers, serveCalls } from '../../electron/ipc/index.ts';
import { fakeLog } from '../fakes/fake-log.ts';

const names = Object.keys(calls) as CallName[];
const hostileText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('__proto__', 'constructor', '../../etc', 'all'),
);
const anything = fc.anything({
  withBigInt: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withSet: true,
});
/** Things that nearly are what a call takes. */
const nearly = fc.oneof(
  hostileText,
  fc.uuid(),
  fc.record({ user: hostileText, run: fc.uuid(), hidePeople: fc.anything() }, { requiredKeys: [] }),
  fc.record(
    { language: anything, appearance: hostileText, timeout: fc.double(), extra: anything },
    { requiredKeys: [] },
  ),
  fc.record({ asked: anything, password: anything, relayPassword: anything, remember: anything }, { requiredKeys: [] }),
  fc.array(hostileText),
);

it('lets none of 10,000 malformed messages through, and survives each of them', async () => {
  const listeners = new Map<string, (event: object, ...sent: unknown[]) => Promise<unknown>>();
  const reached: { readonly name: CallName; readonly argument: unknown }[] = [];
  const handlerOf = (name: CallName) => (argument: unknown) => void reached.push({ name, argument });
  const handlers = Object.fromEntries(names.map((name) => [name, handlerOf(name)])) as unknown as Handlers;
  serveCalls({ handle: (name, listener) => listeners.set(name, listener) }, handlers, () => true, fakeLog());

  let refused = 0;
  const message = fc.tuple(fc.constantFrom(...names), fc.array(fc.oneof(anything, nearly), { maxLength: 3 }));
  await fc.assert(
    fc.asyncProperty(message, async ([name, sent]) => {
      reached.length = 0;
      const answer = await listeners
        .get(name)?.({}, ...sent)
        .catch((error: unknown) => error);
      // No handler here answers with anything that the contract knows, so that each message ends in an error of ours.
      expect(answer).toBeInstanceOf(Error);
      const malformed = sent.length > 1 || !calls[name].takes.safeParse(sent[0]).success;
      expect(reached).toHaveLength(malformed ? 0 : 1);
      if (malformed) expect((answer as Error).message).toBe('malformed call');
      refused += Number(malformed);
    }),
    { numRuns: 14_000, seed: 20_261_124 },
  );
  expect(refused).toBeGreaterThanOrEqual(10_000);
}, 60_000);

it('takes no further fields, no prototypes and no other types in a form', () => {
  const { takes } = calls['settings.change'];
  expect(takes.safeParse({ timeout: 60 }).success).toBe(true);
  expect(takes.safeParse({ timeout: '60' }).success).toBe(false);
  expect(takes.safeParse({ timeout: Number.NaN }).success).toBe(false);
  expect(takes.safeParse({ admin: true }).success).toBe(false);
  expect(takes.safeParse(JSON.parse('{"__proto__":{"timeout":1}}')).success).toBe(false);
  expect(({} as { timeout?: number }).timeout).toBeUndefined();
});
