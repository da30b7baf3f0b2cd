import { execFile } from 'node:child_process';
import { getServers } from 'node:dns';
import { constants } from 'node:fs';
import { access, open, readdir, realpath } from 'node:fs/promises';
import { hostname } from 'node:os';
import { posix, win32 } from 'node:path';
import type { OsRecorder, RunOptions } from './os-recorder.ts';

/** Larger than any trust bundle in the field, small enough to never matter. */
const MAX_TEXT_BYTES = 8 * 1024 * 1024;

/** Tools are looked up here and never through PATH, which the person's session can change. */
const UNIX_FOLDERS = ['/usr/bin', '/bin', '/usr/sbin', '/sbin', '/run/current-system/sw/bin'];

function windowsFolders(): string[] {
  const system = win32.join(process.env['SystemRoot'] ?? 'C:\\Windows', 'System32');
  return [win32.join(system, 'WindowsPowerShell', 'v1.0'), system];
}

async function findTool(command: string): Promise<string | null> {
  const windows = process.platform === 'win32';
  const join = windows ? win32.join : posix.join;
  for (const folder of windows ? windowsFolders() : UNIX_FOLDERS) {
    const path = join(folder, command);
    try {
      await access(path, constants.X_OK);
      return path;
    } catch {
      // The next folder may have it.
    }
  }
  return null;
}

async function run(command: string, args: readonly string[], options: RunOptions): Promise<string | null> {
  const path = await findTool(command);
  if (path === null || options.signal?.aborted) return null;
  return new Promise((resolve) => {
    const child = execFile(
      path,
      args,
      {
        encoding: 'utf8',
        timeout: options.timeout,
        killSignal: 'SIGKILL',
        maxBuffer: MAX_TEXT_BYTES,
        windowsHide: true,
        // Parsers read the untranslated, uncoloured forms.
        env: { ...process.env, LC_ALL: 'C', SYSTEMD_COLORS: '0', SYSTEMD_PAGER: '' },
        ...(options.signal ? { signal: options.signal } : {}),
      },
      (error, stdout) => resolve(error ? null : stdout),
    );
    // A tool that waits for input would otherwise sit there until its time is up.
    child.stdin?.end();
  });
}

async function readFile(path: string): Promise<string | null> {
  try {
    // Without O_NONBLOCK, a FIFO in the place of a file would never open.
    const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const facts = await file.stat();
      const readable = facts.isFile() && facts.size <= MAX_TEXT_BYTES;
      return readable ? await file.readFile({ encoding: 'utf8' }) : null;
    } finally {
      await file.close();
    }
  } catch {
    return null;
  }
}

async function list(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).sort().map((name) => posix.join(folder, name));
  } catch {
    return [];
  }
}

/** The recorder of the machine that this process runs on. */
export function nodeRecorder(): OsRecorder {
  return {
    platform: process.platform,
    hostname: hostname(),
    environment: (name) => process.env[name] ?? null,
    readFile,
    realPath: (path) => realpath(path).catch(() => null),
    list,
    run,
    resolverServers: () => getServers(),
  };
}
