import { release, type } from 'node:os';
import type { AppInfo } from '../contract.ts';

/** What the program runs on, for the settings page and for support. */
export function versionsHere(): AppInfo['versions'] {
  const { electron = '', chrome = '', node = '' } = process.versions;
  return [
    { name: 'Electron', version: electron },
    { name: 'Chromium', version: chrome },
    { name: 'Node.js', version: node },
    { name: type(), version: release() },
  ];
}

/** What is neither Windows nor macOS is treated like Linux. */
export function platformHere(): AppInfo['platform'] {
  const { platform } = process;
  return platform === 'win32' || platform === 'darwin' ? platform : 'linux';
}
