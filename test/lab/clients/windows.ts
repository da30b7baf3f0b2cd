import { run } from '../world/run.ts';
import { until } from '../world/until.ts';

/**
 * The windows on a screen, as somebody at the keyboard has them. A window can be there before it listens: what had no effect
 * is done again. Titles are patterns that POSIX knows, too; of several windows that match, the topmost is meant.
 */
export interface Windows {
  titles(): Promise<readonly string[]>;
  /** Waits for a window, and presses a key in it, until the next one is there. */
  press(title: RegExp, key: string, next?: RegExp): Promise<void>;
  /** Waits for a window, types into it and presses Enter, until it is gone. */
  enter(title: RegExp, text: string): Promise<void>;
}

const timing = { timeout: 60_000, interval: 100 };
const patience = { timeout: 5_000, interval: 100 };

export function windowsOn(display: string): Windows {
  const xdotool = async (...args: readonly string[]) =>
    (await run(['xdotool', ...args], { env: { DISPLAY: display } })).stdout.split('\n').filter(Boolean);

  const search = (name: string) => xdotool('search', '--onlyvisible', '--name', name);
  const titles = async () => {
    const ids = await search('.');
    return Promise.all(ids.map(async (id) => (await xdotool('getwindowname', id))[0] ?? ''));
  };
  const shown = (title: RegExp) =>
    until(`a window ${title}`, async () => (await search(title.source)).at(-1), timing).catch(async (error: Error) => {
      throw new Error(`${error.message}there are: ${(await titles()).join(', ')}`);
    });
  /** Types in a window until what is waited for comes about. */
  const insist = async (title: RegExp, keys: readonly string[], done: (id: string) => Promise<boolean>) => {
    const id = await shown(title);
    const attempt = async () => {
      await xdotool('windowfocus', '--sync', id, ...keys);
      return until('', async () => ((await done(id)) ? true : undefined), patience).catch(() => undefined);
    };
    await until(`what ${title} is told`, attempt, timing);
  };
  return {
    titles,
    press: (title, key, next) =>
      insist(title, ['key', key], async () => next === undefined || (await search(next.source)).length > 0),
    enter: (title, text) =>
      insist(
        title,
        [...(text === '' ? [] : ['key', 'ctrl+a', 'type', '--args', '1', text]), 'key', 'Return'],
        async (id) => !(await search(title.source)).includes(id),
      ),
  };
}
