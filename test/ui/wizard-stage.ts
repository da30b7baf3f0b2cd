import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { CallArgument, EventValue } from '../../electron/contract.ts';
import type { ChainRequest } from '../../src/chain/request.ts';
import type { RunEvent } from '../../src/run/index.ts';
import { recordLabRun } from '../fakes/lab-run.ts';
import { openStage, type Stage, type StageOptions } from './stage.ts';

export type Start = CallArgument<'run.start'>;
type Started = ReturnType<NonNullable<NonNullable<StageOptions['answers']>['run.start']>>;

/** The wizard on a main process that starts what it is asked to start, and whose runs a test plays. */
export interface Wizard extends Stage {
  readonly starts: () => readonly Start[];
  /** Name and password, then Enter. */
  submit(user?: string): Promise<void>;
  /** The address alone: its settings, without a password. */
  search(address?: string): Promise<void>;
  /** Plays events of a recorded run as the one that was started last, in pieces, and waits until it was asked for. */
  play(events: readonly RunEvent[]): Promise<void>;
  heading(): Promise<string>;
}

export const password = 'Waypost-lab-1';

export async function openWizard(options: StageOptions = {}): Promise<Wizard> {
  const ids: string[] = [];
  const start = (): Started => {
    const run = crypto.randomUUID();
    ids.push(run);
    return { run };
  };
  const stage = await openStage({ ...options, answers: { 'run.start': start, ...options.answers } });
  const { page } = stage;
  const starts = () => stage.asked.filter(({ name }) => name === 'run.start').map(({ argument }) => argument as Start);
  return {
    ...stage,
    starts,
    async submit(user = 'alice@corp.example') {
      await page.locator('input[name=user]').fill(user);
      await passwordField(page).fill(password);
      await page.keyboard.press('Enter');
    },
    async search(address = 'alice@corp.example') {
      await page.locator('input[name=user]').fill(address);
      await page.getByRole('button', { name: 'Find settings without a password' }).click();
    },
    async play(events) {
      await expect.poll(() => ids.length).toBe(starts().length);
      const run = ids.at(-1) ?? '';
      const third = Math.ceil(events.length / 3);
      for (let from = 0; from < events.length; from += third) {
        const batch: EventValue<'run.events'> = { run, events: events.slice(from, from + third) };
        await stage.tell('run.events', batch);
      }
    },
    heading: () => page.getByRole('heading', { level: 1 }).innerText(),
  };
}

export function passwordField(page: Page) {
  return page.locator('input[name=password]');
}

const recorded = new Map<string, Promise<readonly RunEvent[]>>();

/** A real run of the wizard's request in the embedded world; each is recorded once. */
export function wizardRun(faults: readonly string[] = [], changes: Partial<ChainRequest> = {}) {
  const key = JSON.stringify([faults, changes]);
  const known = recorded.get(key) ?? recordLabRun(faults, { goal: 'set-up', to: [], ...changes });
  recorded.set(key, known);
  return known;
}

/** A real run of the wizard's search without a password. */
export function settingsRun(faults: readonly string[] = [], changes: Partial<ChainRequest> = {}) {
  const destination = 'alice@corp.example';
  return wizardRun(faults, { goal: 'discover', server: null, user: null, destination, ...changes });
}

/** A run up to the moment at which a probe was begun. */
export function until(events: readonly RunEvent[], probe: string): readonly RunEvent[] {
  return events.slice(0, events.findIndex((event) => event.type === 'probe-started' && event.probe === probe) + 1);
}

/** A run up to the moment at which the mail server's name was settled, whichever else was done by then. */
export async function halfARun(): Promise<readonly RunEvent[]> {
  const events = await wizardRun();
  const settled = events.findIndex((event) => event.type === 'probe-finished' && event.probe === 'dns.approval');
  return events.slice(0, settled + 1);
}
