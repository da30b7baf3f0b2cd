import { homedir, hostname } from 'node:os';
import { join } from 'node:path';
import { app, type BrowserWindow, clipboard, dialog, safeStorage, shell } from 'electron';
import { version } from '../../src/core/version.ts';
import { computerOfDemo, createClients, keepRecentRuns, startedWith, thisComputer } from '../clients/index.ts';
import { startDemo, startLabProcess } from '../demo/index.ts';
import { keepSpare, startEngineProcess } from '../engine/index.ts';
import { openHistory } from '../history/index.ts';
import { type Handlers, tell } from '../ipc/index.ts';
import type { OpenedFile } from '../launch/index.ts';
import { openLink } from '../links/index.ts';
import type { Log } from '../logs/index.ts';
import { dealParts } from '../opened/index.ts';
import { noPolicy, readPolicy } from '../policy/index.ts';
import { makeRequest } from '../request/index.ts';
import { createRuns } from '../runs/index.ts';
import { openSecretStore } from '../secrets/index.ts';
import { openSettings, type SettingsStore } from '../settings/index.ts';
import { createPreviews, makeBundle, readOpened } from '../support/index.ts';
import { createUpdates, feedOf, loadUpdater } from '../updates/index.ts';
import { onFirstKey } from './first-key.ts';
import { platformHere, versionsHere } from './versions.ts';

export interface ServicesOptions {
  readonly window: BrowserWindow;
  readonly demo: boolean;
  /** For everything that is kept. */
  readonly folder: string;
  /** Where the program's own scripts lie. */
  readonly scripts: string;
  /** The sign-in name of whoever uses this computer; empty where none is worth suggesting. */
  readonly suggestedUser: string;
  readonly opened: OpenedFile;
  readonly openLogs: () => void;
  readonly log: Log;
  /** Ends the program, which is of no use without what could not be started. */
  giveUp(error: unknown): void;
}

export interface Services {
  readonly handlers: Handlers;
  readonly settings: SettingsStore;
  /** What may wait until the window can be seen. */
  afterShow(): void;
  /** Ends all engines, and the embedded world. */
  stop(): Promise<void>;
}

/** Builds everything that the window can ask for. */
export async function startServices(options: ServicesOptions): Promise<Services> {
  const { window, demo, folder, scripts, suggestedUser, opened, openLogs, log, giveUp } = options;
  const { webContents } = window;
  const policy = demo ? noPolicy : await readPolicy();
  const { rememberPasswords, updates: updatesAllowed } = policy.state;
  const [settings, secrets] = await Promise.all([
    openSettings(folder, policy, log.warn),
    openSecretStore({ folder, safeStorage, platform: process.platform, allowed: rememberPasswords, demo }),
  ]);
  const history = openHistory(join(folder, 'history'), () => settings.get().historyDays);
  const spare = keepSpare(() => startEngineProcess(join(scripts, 'engine.cjs')));
  // Somebody types: a run is soon asked for.
  onFirstKey(webContents, spare.warm);
  const world = demo ? startDemo(() => startLabProcess(join(scripts, 'lab.cjs'))) : Promise.resolve(null);
  world.catch(giveUp);
  const recent = keepRecentRuns();
  const runs = createRuns({
    startEngine: spare.take,
    makeRequest: async (asked) =>
      makeRequest(asked, { settings: settings.get(), policy, world: (await (await world)?.world()) ?? null }),
    secrets,
    history,
    tellEvents(batch) {
      recent.note(batch.run, batch.events);
      tell(webContents, 'run.events', batch);
      // A run that ends with a question is followed by one with its answer.
      if (batch.events.some((event) => event.type === 'run-finished' && event.outcome === 'inconclusive')) spare.warm();
    },
    version,
  });
  const ownFeed = policy.values.locked.updateFeed ?? null;
  const updates = createUpdates({
    feed: demo ? null : (ownFeed ?? feedOf(process.resourcesPath)),
    allowed: updatesAllowed,
    load: () => loadUpdater(join(scripts, 'updater.cjs'), ownFeed),
    onChange: (state) => tell(webContents, 'update.changed', state),
    log,
  });
  settings.onChange((changed) => tell(webContents, 'settings.changed', changed));
  secrets.onChange((state) => tell(webContents, 'secrets.changed', state));

  const session = startedWith(process.env);
  const clients = createClients({
    computer: demo ? computerOfDemo(join(folder, 'home'), session) : thisComputer(homedir(), session),
    recent,
    history,
    backups: join(folder, 'backups'),
    // Elsewhere, clients would look for their folder past the embedded world.
    mayOpen: !demo || process.platform === 'linux',
    showFile: shell.openPath,
    async askForFolder() {
      const { filePaths } = await dialog.showOpenDialog(window, { properties: ['openDirectory', 'createDirectory'] });
      return filePaths[0] ?? null;
    },
  });
  const previews = createPreviews();
  const parts = dealParts();
  const program = () => ({
    version,
    platform: platformHere(),
    versions: versionsHere(),
    settings: settings.get(),
    policy: policy.state,
  });

  const handlers: Handlers = {
    'app.info': async () => ({
      ...program(),
      locale: app.getLocale(),
      secrets: secrets.state(),
      demo: (await world)?.state() ?? null,
      update: updates.state(),
      suggestedUser,
      openedFile: opened.isThere(),
    }),
    'run.start': runs.start,
    'run.cancel': (run) => done(runs.cancel(run)),
    'run.forget': (run) => done(runs.forget(run)),
    'history.list': history.list,
    'history.open': async (run) => parts.first(await history.open(run)),
    'history.remove': async (which) => done(await history.remove(which)),
    'report.read': (text) => parts.first(readOpened(text)),
    'report.opened': async () => {
      const whole = await opened.read(readOpened);
      return whole && { file: whole.file, opened: parts.first(whole.opened) };
    },
    'opened.more': parts.next,
    'bundle.preview': async ({ run, hidePeople }) => {
      const around = { info: program(), homeFolder: homedir(), hostName: hostname(), now: new Date() };
      return previews.show(makeBundle(await history.open(run), hidePeople, around));
    },
    'bundle.save': (bundle) =>
      previews.save(bundle, async (fileName) => {
        const defaultPath = join(app.getPath('documents'), fileName);
        const { canceled, filePath } = await dialog.showSaveDialog(window, { defaultPath });
        return canceled || !filePath ? null : filePath;
      }),
    ...clients.calls,
    'settings.change': settings.change,
    'secrets.forget': (whose) => secrets.forget(whose === 'all' ? 'all' : whose.user),
    'clipboard.write': (text) => done(clipboard.writeText(text)),
    'logs.open': () => done(openLogs()),
    'link.open': (link) => openLink(link, shell.openExternal),
    'demo.break': async (faults) => {
      const there = await world;
      if (there === null) throw new Error('not in the demo');
      return there.break(faults);
    },
    'update.check': updates.check,
    'update.install': () => done(updates.install()),
  };
  return {
    handlers,
    settings,
    afterShow() {
      void secrets.look();
      // Who has opened the keyring comes back from another window.
      window.on('focus', () => void secrets.lookAgain());
      if (settings.get().checkForUpdates) void updates.check();
    },
    async stop() {
      runs.stop();
      spare.stop();
      await clients.stop();
      await (await world)?.stop();
    },
  };
}

/** What a call answers that has nothing to say. */
function done(_: unknown): null {
  return null;
}
