import { afterEach, describe, expect, it } from 'vitest';
import { launch, type RunningApp } from './runtime.ts';

let app: RunningApp | null = null;
afterEach(async () => {
  await app?.close();
  app = null;
});

describe('the packaged app', () => {
  it('opens one window with its name', async () => {
    app = await launch();
    await app.page.locator('main').waitFor();
    expect(await app.page.title()).toMatch(/Waypost/);
    expect(app.page.url()).toMatch(/^app:/);
  });

  it('ends when its window is closed, and says nothing that would worry anybody', async () => {
    app = await launch();
    await app.page.locator('main').waitFor();
    await app.close();
    expect(app.process.exitCode ?? app.process.signalCode).toBe(0);
    expect(app.output()).toBe('');
  });

  it('stays itself when it is asked to be plain Node, to preload a module, or to be debugged', async () => {
    app = await launch({
      env: { ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: '--require=/nonexistent/module.js' },
      args: ['--inspect=0'],
    });
    await app.page.locator('main').waitFor();
    expect(app.output()).not.toMatch(/Debugger listening|nonexistent/);
  });
});
