import { batchEvents } from '../../../electron/runs/batches.ts';
import type { RunEvent } from '../../../src/run/index.ts';
import { openDiagnosis, run, startRun } from '../../ui/diagnosis-stage.ts';
import { closeStages } from '../../ui/stage.ts';
import { longTasksOf, watchTasks } from './long-tasks.ts';
import { manyEvents } from './many-events.ts';
import type { Deed } from './replay.ts';

/**
 * A run of ten thousand events as fast as it can be told. No server of ours answers so much, so that the window's contents
 * run in a browser here, and are told the batches that the main process would send.
 */
export async function measureLive(): Promise<Deed> {
  const batches: RunEvent[][] = [];
  const { add } = batchEvents((events) => batches.push(events));
  for (const event of manyEvents()) add(event);
  try {
    const stage = await openDiagnosis();
    await stage.page.evaluate(
      (texts) => Object.assign(window, { texts }),
      batches.map((events) => JSON.stringify({ run, events })),
    );
    await watchTasks(stage.page);
    const longTasks = await longTasksOf(stage.page, async () => {
      await startRun(stage);
      await stage.page.evaluate(tellAll);
      await stage.page.getByRole('heading', { name: /^Passed in/ }).waitFor();
    });
    return { what: 'coming in live, at full speed', longTasks };
  } finally {
    await closeStages();
  }
}

/** Runs inside the window, which has the batches already: what carries them there is not the app's. Each comes in a task of its own. */
async function tellAll(): Promise<void> {
  const { texts, __tell: tell } = window as unknown as FedWindow;
  for (const text of texts) {
    tell('run.events', JSON.parse(text));
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
}

interface FedWindow {
  readonly texts: readonly string[];
  __tell(name: string, value: unknown): void;
}
