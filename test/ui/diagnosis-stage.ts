import type { RunEvent } from '../../src/run/index.ts';
import { openStage, type Stage, type StageOptions } from './stage.ts';

export const run = '0f6f0a36-52d8-4d1c-9a4e-1d0b5f3c8a11';

/** The window at its diagnosis, with a main process that starts every run. */
export async function openDiagnosis(options: StageOptions = {}): Promise<Stage> {
  const stage = await openStage({
    ...options,
    answers: { 'run.start': () => ({ run }), 'history.list': () => [], ...options.answers },
  });
  await stage.page.getByRole('tab').nth(1).click();
  await stage.page.locator('form').waitFor();
  return stage;
}

/** Runs the form as it is, and plays what the engine answers. */
export async function runWith(stage: Stage, events: readonly RunEvent[]): Promise<void> {
  await startRun(stage);
  await stage.tell('run.events', { run, events: [...events] });
}

export async function startRun(stage: Stage): Promise<void> {
  const before = started(stage);
  await stage.page.keyboard.press('Control+Enter');
  while (started(stage) === before) await stage.page.evaluate(() => new Promise(requestAnimationFrame));
}

function started({ asked }: Stage): number {
  return asked.filter(({ name }) => name === 'run.start').length;
}
