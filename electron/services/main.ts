import { type BrowserWindow, clipboard, shell } from 'electron';
import { version } from '../../src/core/version.ts';
import type { Settings } from '../contract.ts';
import type { Handlers } from '../ipc/index.ts';
import type { OpenedFile } from '../launch/index.ts';
import { openLink } from '../links/index.ts';
import type { Log } from '../logs/index.ts';
import { firstSettings } from './provisional.ts';

export interface Services {
  readonly handlers: Handlers;
  readonly settings: { get(): Settings; onChange(take: (settings: Settings) => void): void };
  /** What may wait until the window can be seen. */
  afterShow(): void;
  /** Ends all engines, and the embedded world. Never rejects. */
  stop(): Promise<void>;
}

export interface ServicesOptions {
  readonly window: BrowserWindow;
  readonly demo: boolean;
  /** For everything that is kept. */
  readonly folder: string;
  readonly log: Log;
  readonly opened: OpenedFile;
  readonly openLogs: () => void;
}

export async function startServices({ opened, openLogs }: ServicesOptions): Promise<Services> {
  const settings = { get: () => firstSettings, onChange: () => {} };
  const missing = () => {
    throw new Error('not there yet');
  };
  return {
    settings,
    handlers: {
      'app.info': () => ({
        version,
        platform: 'linux',
        locale: 'en',
        versions: [],
        settings: firstSettings,
        policy: { fields: [], sendTests: true, updates: true, rememberPasswords: true, faults: [] },
        secrets: { state: 'none', backend: '', remembered: [] },
        demo: null,
        update: { state: 'off', version: '', detail: '' },
        suggestedUser: '',
        openedFile: opened.isThere(),
      }),
      'run.start': missing,
      'run.cancel': missing,
      'run.forget': missing,
      'history.list': () => [],
      'history.open': missing,
      'history.remove': missing,
      'report.read': missing,
      'report.opened': () => opened.read(missing),
      'bundle.preview': missing,
      'bundle.save': missing,
      'settings.change': () => firstSettings,
      'secrets.forget': missing,
      'clipboard.write': (text) => {
        clipboard.writeText(text);
        return null;
      },
      'logs.open': () => {
        openLogs();
        return null;
      },
      'link.open': (link) => openLink(link, shell.openExternal),
      'demo.break': missing,
      'update.check': missing,
      'update.install': missing,
    },
    afterShow() {},
    async stop() {},
  };
}
