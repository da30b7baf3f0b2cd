import { startDisplay } from './display.ts';
import { packagedApp } from './packaged.ts';

/** vitest's globalSetup: the app is packaged once, and there is one screen for all. */
export default async function setup(): Promise<() => void> {
  process.env['WAYPOST_PACKAGED'] = await packagedApp();
  if (process.platform !== 'linux' || process.env['DISPLAY']) return () => undefined;
  const display = await startDisplay();
  process.env['DISPLAY'] = display.name;
  return display.stop;
}
