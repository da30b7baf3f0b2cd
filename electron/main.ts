import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { app, BrowserWindow, ipcMain, protocol } from 'electron';
import { version } from '../src/core/version.ts';
import { uiOrigin } from './contract.ts';

// A first window, so that everything after it can be looked at.
protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }]);

void app.whenReady().then(async () => {
  const types: Record<string, string> = {
    html: 'text/html',
    js: 'text/javascript',
    css: 'text/css',
    svg: 'image/svg+xml',
  };
  protocol.handle('app', async (request) => {
    const name = new URL(request.url).pathname.slice(1);
    const body = await readFile(join(__dirname, 'ui', name));
    return new Response(body, { headers: { 'content-type': types[name.split('.').at(-1) ?? ''] ?? 'text/plain' } });
  });
  ipcMain.handle('app.info', () => ({
    version,
    platform: 'linux',
    locale: app.getLocale(),
    versions: [],
    settings: {
      language: 'system',
      appearance: 'system',
      server: '',
      domain: '',
      approvedDomains: [],
      ca: '',
      timeout: 60,
      historyDays: 30,
      checkForUpdates: false,
    },
    policy: { fields: [], sendTests: true, updates: true, rememberPasswords: true, faults: [] },
    secrets: { state: 'none', backend: '', remembered: [] },
    demo: null,
    update: { state: 'off', version: '', detail: '' },
    suggestedUser: '',
    openedFile: false,
  }));
  const window = new BrowserWindow({ webPreferences: { preload: join(__dirname, 'preload.cjs'), sandbox: true } });
  await window.loadURL(`${uiOrigin}/index.html`);
});
