import { run } from '../world/run.ts';
import { until } from '../world/until.ts';

/** The windows on a screen, as somebody at the keyboard has them. */
export interface Windows {
  titles(): Promise<readonly string[]>;
  /** Waits for the window whose title matches, and presses a key in it. */
  press(title: RegExp, key: string): Promise<void>;
  /** Waits for it, types into it and presses Enter. */
  enter(title: RegExp, text: string): Promise<void>;
}

export function windowsOn(display: string): Windows {
  const xdotool = async (...args: readonly string[]) =>
    (await run(['xdotool', ...args], { env: { DISPLAY: display } })).stdout.split('\n').filter(Boolean);

  const all = async () => {
    const ids = await xdotool('search', '--onlyvisible', '--name', '.');
    return Promise.all(ids.map(async (id) => ({ id, title: (await xdotool('getwindowname', id))[0] ?? '' })));
  };
  const titles = async () => (await all()).map(({ title }) => title);
  const focus = async (title: RegExp) => {
    let seen: readonly string[] = [];
    const { id } = await until(
      `a window ${title}`,
      async () => {
        const windows = await all();
        seen = windows.map((each) => each.title);
        return windows.find((each) => title.test(each.title));
      },
      { timeout: 20_000, explain: () => `there are: ${seen.join(', ')}` },
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
