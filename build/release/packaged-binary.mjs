// Prints where the packaged program of this platform is.
import { join } from 'node:path';
import { root } from '../project.mjs';

const binaries = {
  linux: ['linux-unpacked', 'waypost-desktop'],
  win32: ['win-unpacked', 'Waypost.exe'],
  darwin: ['mac-universal', 'Waypost.app', 'Contents', 'MacOS', 'Waypost'],
};

process.stdout.write(join(root, 'dist', 'packages', ...(binaries[process.platform] ?? [])));
