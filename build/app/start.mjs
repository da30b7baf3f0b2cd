// `npm start`: the app from these sources, with whatever follows `--` passed on.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { root } from '../project.mjs';
import { findElectron } from './find-electron.mjs';
import { buildIfOutdated } from './outdated.mjs';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

process.exitCode = await main();

async function main() {
  if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) {
    say(
      'There is no display: neither DISPLAY nor WAYLAND_DISPLAY is set. With a screen in memory (Debian package xvfb):',
    );
    say('xvfb-run -a npm start -- --demo');
    return 1;
  }
  buildIfOutdated();
  const electron = await findElectron(say);
  return electron === null ? 1 : run(electron);
}

/** → the exit code of the app, or of the signal that ended it. */
function run(electron) {
  const app = spawn(electron, [...switches(), root, ...process.argv.slice(2)], { stdio: 'inherit' });
  // Ctrl-C reaches the app as well as us; whoever else ends us means the app.
  for (const signal of signals) process.on(signal, () => app.kill(signal));
  return new Promise((resolve) => {
    app.once('error', ({ message }) => {
      say(message);
      resolve(1);
    });
    app.once('exit', (code, signal) => resolve(code ?? 128 + constants.signals[signal]));
  });
}

function switches() {
  if (process.platform !== 'linux' || process.getuid() !== 0) return [];
  say('Running as root, where Chromium has no sandbox: for trying only.');
  return ['--no-sandbox'];
}

function say(line) {
  console.error(line);
}
