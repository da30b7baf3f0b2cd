import { expect, it } from 'vitest';
import { type CallName, calls } from '../../../../electron/contract.ts';
import { type Handlers, serveCalls, whenReady } from '../../../../electron/ipc/index.ts';
import { anAppInfo } from '../../../fakes/app-info.ts';
import { fakeLog } from '../../../fakes/fake-log.ts';

const names = Object.keys(calls) as CallName[];

/** The main process with handlers that all do the same. */
function served(handler: (argument: unknown, name: CallName) => unknown, isTrusted = true) {
  const listeners = new Map<string, (event: object, ...sent: unknown[]) => Promise<unknown>>();
  const log = fakeLog();
  const handlers = Object.fromEntries(names.map((name) => [name, (argument: unknown) => handler(argument, name)]));
  serveCalls(
    { handle: (name, listener) => listeners.set(name, listener) },
    handlers as unknown as Handlers,
    () => isTrusted,
    log,
  );
  const call = async (name: CallName, ...sent: unknown[]) => listeners.get(name)?.({}, ...sent);
  return { call, log, listeners };
}

it('has a listener for each call of the contract and for nothing else', () => {
  expect([...served(() => null).listeners.keys()]).toEqual(names);
});

it('hands a call to its handler, and the answer back', async () => {
  const { call } = served((_, name) => (name === 'app.info' ? anAppInfo() : null));
  expect(await call('app.info')).toEqual(anAppInfo());
  expect(await call('clipboard.write', 'text')).toBeNull();
});

it('refuses a sender that is not the window, before anything is looked at', async () => {
  const reached: unknown[] = [];
  const { call, log } = served((argument) => reached.push(argument), false);
  for (const name of names) await expect(call(name)).rejects.toThrow(/^refused$/);
  expect(reached).toEqual([]);
  expect(log.lines).toHaveLength(names.length);
});

it('refuses what the contract does not allow, and says nowhere what was in it', async () => {
  const { call, log } = served(() => null);
  const start = { password: { kind: 'typed', text: 'pass-word-1' } };
  await expect(call('run.start', start)).rejects.toThrow(/^malformed call$/);
  await expect(call('clipboard.write', 'one', 'pass-word-1')).rejects.toThrow(/^malformed call$/);
  expect(log.lines).toHaveLength(2);
  expect(log.lines.join()).not.toContain('pass-word-1');
});

it('says of a handler that fails only that it failed', async () => {
  const { call, log } = served(() => {
    throw Object.assign(new TypeError('about pass-word-1'), { code: 'EACCES' });
  });
  const error = await call('clipboard.write', 'pass-word-1').catch((reason: unknown) => reason);
  expect(String((error as Error).stack)).toBe('Error: call failed');
  expect(log.lines).toEqual(['A call failed. {"call":"clipboard.write","kind":"TypeError","code":"EACCES"}']);
});

it('holds an answer back that breaks the contract', async () => {
  const { call } = served(() => ({ ...anAppInfo(), extra: 'pass-word-1' }));
  await expect(call('app.info')).rejects.toThrow(/^malformed answer$/);
});

it('lets a call wait for handlers that are still being loaded', async () => {
  let arrive: (handlers: Handlers) => void = () => {};
  const waiting = whenReady(
    new Promise<Handlers>((resolve) => {
      arrive = resolve;
    }),
  );
  const answer = waiting['app.info'](undefined);
  arrive({ 'app.info': () => anAppInfo() } as unknown as Handlers);
  expect(await answer).toEqual(anAppInfo());
});
