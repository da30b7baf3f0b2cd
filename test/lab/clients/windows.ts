import { run } from '../world/run.ts';
import { until } from '../world/until.ts';

/** The windows on a screen, as somebody at the keyboard has them. Titles are patterns that POSIX knows, too. */
export interface Windows {
  titles(): Promise<readonly string[]>;
  /** Waits for a window whose title matches, and presses a key in the topmost. */
  press(title: RegExp, key: string): Promise<void>;
  /** Waits for it, types into it and presses Enter. */
  enter(title: RegExp, text: string): Promise<void>;
}

export function windowsOn(display: string): Windows {
  const xdotool = async (...args: readonly string[]) =>
    (await run(['xdotool', ...args], { env: { DISPLAY: display } })).stdout.split('\n').filter(Boolean);

  const search = (name: string) => xdotool('search', '--onlyvisible', '--name', name);
  const titles = async () => {
    const ids = await search('.');
    return Promise.all(ids.map(async (id) => (await xdotool('getwindowname', id))[0] ?? ''));
  };
  const focus = async (title: RegExp) => {
    const timing = { timeout: 40_000, interval: 100 };
    const id = await until(`a window ${title}`, async () => (await search(title.source)).at(-1), timing).catch(
      async (error: Error) => {
        throw new Error(`${error.message}there are: ${(await titles()).join(', ')}`);
      },
    );
    await xdotool('windowfocus', '--sync', id);
  };
  return {
    titles,
    async press(title, key) {
      await focus(title);
      await xdotool('key', key);
    },
    async enter(title, text) {
      await focus(title);
      await xdotool('type', text);
      await xdotool('key', 'Return');
    },
  };
}
