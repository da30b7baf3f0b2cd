import type { UpdateState } from '../contract.ts';
import { kindOf, type Log } from '../logs/index.ts';

/** As much of electron-updater's AppUpdater as is used. */
export interface AppUpdater {
  autoDownload: boolean;
  autoInstallOnAppQuit: boolean;
  allowDowngrade: boolean;
  logger: object | null;
  on(event: 'update-available' | 'update-downloaded', take: (info: { readonly version: string }) => void): unknown;
  on(event: 'update-not-available', take: () => void): unknown;
  on(event: 'error', take: (error: Error) => void): unknown;
  checkForUpdates(): Promise<unknown>;
  quitAndInstall(): void;
}

interface UpdateOptions {
  /** Null: this copy of the program has nobody to ask. */
  readonly feed: string | null;
  /** False: an administrator has forbidden it. */
  readonly allowed: boolean;
  /** Loads the updater, which takes a while: not before it is needed. */
  load(): Promise<AppUpdater>;
  onChange(state: UpdateState): void;
  readonly log: Log;
}

export interface Updates {
  state(): UpdateState;
  /** Asks for a newer version and fetches it. Answers with the state that this began or ended in. Never rejects. */
  check(): Promise<UpdateState>;
  /** Restarts into the version that lies ready. Does nothing when none does, and never happens by itself. */
  install(): void;
}

/** The program's own updates, as one state that the window shows. */
export function createUpdates({ feed, allowed, load, onChange, log }: UpdateOptions): Updates {
  let state: UpdateState = { state: firstState(feed, allowed), version: '', detail: '' };
  let updater: Promise<AppUpdater> | null = null;
  let ready: AppUpdater | null = null;

  const change = (next: UpdateState['state'], { version = '', detail = '' } = {}) => {
    state = { state: next, version, detail };
    log.info('The state of updates changed.', { state: next });
    onChange(state);
  };
  const fail = (error: unknown) => {
    const kind = kindOf(error);
    log.warn('Looking for an update failed.', kind);
    change('failed', { detail: String(kind['code']) });
  };

  const isChecking = () => state.state === 'checking';

  const start = async (): Promise<AppUpdater> => {
    const loaded = await load();
    // What was fetched waits for the person, also when the program is closed. It would log addresses of feeds.
    Object.assign(loaded, { autoDownload: true, autoInstallOnAppQuit: false, allowDowngrade: false, logger: null });
    loaded.on('update-available', ({ version }) => change('downloading', { version }));
    loaded.on('update-not-available', () => change('none'));
    loaded.on('update-downloaded', ({ version }) => {
      ready = loaded;
      change('ready', { version });
    });
    loaded.on('error', fail);
    return loaded;
  };

  return {
    state: () => state,
    async check() {
      if (['off', 'forbidden', 'checking', 'downloading', 'ready'].includes(state.state)) return state;
      change('checking');
      try {
        updater ??= start();
        await (await updater).checkForUpdates();
        // Nothing was told: this copy was installed in a way that somebody else keeps up to date.
        if (isChecking()) change('off');
      } catch (error) {
        // The updater has mostly told this error as an event already.
        if (state.state !== 'failed') fail(error);
      }
      return state;
    },
    install() {
      if (state.state === 'ready') ready?.quitAndInstall();
    },
  };
}

function firstState(feed: string | null, allowed: boolean): UpdateState['state'] {
  if (!allowed) return 'forbidden';
  return feed === null ? 'off' : 'idle';
}
