import type { Locator } from 'playwright-core';
import { expect } from 'vitest';
import { shownProfile } from '../../electron/clients/profile.ts';
import type { CallAnswer, CallArgument, ListedClient } from '../../electron/contract.ts';
import { clientNames, clients, writeProfile } from '../../src/clients/index.ts';
import { problem } from '../../src/problems/index.ts';
import { anAppInfo } from '../fakes/app-info.ts';
import { clientAccount } from '../fakes/client-account.ts';
import type { StageOptions } from './stage.ts';
import { openWizard, type Wizard, wizardRun } from './wizard-stage.ts';

type Name = ListedClient['client'];

/** The page of a finished set-up, with the mail clients of a computer. */
export interface ClientPage extends Wizard {
  /** The row of one client, by what it is called. */
  row(title: string): Locator;
  /** The last thing that a screen reader was told. */
  said(): Promise<string>;
  /** What was asked of the main process about mail clients. */
  asks(name: string): readonly unknown[];
}

interface Options extends StageOptions {
  readonly installed?: readonly Name[];
  /** What is different about some of the clients. */
  readonly different?: Partial<Record<Name, Partial<ListedClient>>>;
  readonly language?: 'en' | 'de' | 'pseudo';
}

export const opened = (part: Partial<Extract<CallAnswer<'clients.open'>, { opened: true }>> = {}) =>
  ({ opened: true, undo: null, replaced: 0, backup: '', ...part }) as const;

export const refused = (reason: string, detail = '') =>
  ({ opened: false, reason, detail }) as CallAnswer<'clients.open'>;

/** As the main process lists them: the installed ones first. */
export function listed({ installed = ['thunderbird'], different = {} }: Options): ListedClient[] {
  const all = clientNames.map((client): ListedClient => {
    const isInstalled = installed.includes(client);
    const action = client === 'android' ? 'scan' : client === 'sheet' ? 'read' : opens(client, isInstalled);
    return {
      client,
      title: clients[client].title,
      installed: isInstalled,
      version: isInstalled ? '153.7.0' : '',
      action,
      problem: null,
      ...different[client],
    };
  });
  return all.sort((a, b) => Number(b.installed) - Number(a.installed));
}

function opens(client: Name, isInstalled: boolean): 'open' | 'save' {
  const placed: readonly Name[] = ['thunderbird', 'outlook', 'apple', 'evolution', 'claws', 'geary'];
  return isInstalled && placed.includes(client) ? 'open' : 'save';
}

/** What the real writers make of an account. */
export function profileOf({ client, language }: CallArgument<'clients.profile'>): CallAnswer<'clients.profile'> {
  const written = writeProfile(clients[client], clientAccount(), language);
  if (!written.ok) throw new Error(`no profile for ${client}`);
  return shownProfile(written.value);
}

export const needsMailbox = (client: Name) =>
  problem('settings.client-needs-mailbox', { client: clients[client].title });

/** Sets up an account, up to the page with the clients; `held` keeps the list of them back. */
export async function openClients(options: Options = {}, held?: Promise<void>): Promise<ClientPage> {
  const settings = { ...anAppInfo().settings, language: options.language ?? 'en' };
  const wizard = await openWizard({
    ...options,
    info: { ...options.info, settings },
    answers: {
      'clients.list': async () => {
        await held;
        return listed(options);
      },
      'clients.profile': profileOf,
      'clients.open': () => opened(),
      ...options.answers,
    },
  });
  await wizard.submit();
  await wizard.play(await wizardRun());
  await wizard.page.locator('h2:not(section h2)').first().waitFor();
  if (held === undefined) await expect.poll(() => wizard.page.locator('[aria-busy]').count()).toBe(0);
  return {
    ...wizard,
    row: (title) =>
      wizard.page.locator('main li').filter({ has: wizard.page.getByRole('heading', { name: title, exact: true }) }),
    said: () => wizard.page.locator('[role=status][aria-live]').innerText(),
    asks: (name) => wizard.asked.filter((one) => one.name === name).map(({ argument }) => argument),
  };
}
