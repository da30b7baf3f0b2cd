import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { until } from '../world/until.ts';
import type { Person } from './person.ts';

/** What a program of Mozilla's is started with, so that it can be asked from outside. */
export const askable = ['--marionette', '--remote-allow-system-access'] as const;
/** It takes a free port, and writes it into a file of its profile. */
export const askablePreferences = 'user_pref("marionette.port", 0);\n';

type Answer = readonly [type: number, id: number, error: { readonly message: string } | null, result: unknown];

/** Runs a script among the program's own, with its rights, and returns what the script returns: Marionette's protocol. */
export async function ask(person: Person, profile: string, script: string, ...args: readonly string[]) {
  const port = await until('the port of Marionette', () => portIn(profile), { timeout: 20_000 });
  const through = `const s = require('node:net').connect(${port}, '127.0.0.1'); process.stdin.pipe(s).pipe(process.stdout)`;
  const [file = '', ...argv] = person.command([process.execPath, '-e', through]);
  const pipe = spawn(file, argv, { stdio: ['pipe', 'pipe', 'inherit'] });
  const answers = packets(pipe.stdout);
  let id = 0;
  const command = async (name: string, parameters: object) => {
    id += 1;
    const packet = JSON.stringify([0, id, name, parameters]);
    pipe.stdin.write(`${Buffer.byteLength(packet)}:${packet}`);
    const [, , error, result] = (await answers.next()).value as Answer;
    if (error !== null) throw new Error(`${name}: ${error.message}`);
    return (result as { readonly value?: unknown } | null)?.value;
  };
  try {
    await answers.next(); // its greeting
    await command('WebDriver:NewSession', {});
    await command('Marionette:SetContext', { value: 'chrome' });
    return await command('WebDriver:ExecuteScript', { script, args, sandbox: 'system' });
  } finally {
    pipe.kill();
  }
}

function portIn(profile: string): string | undefined {
  try {
    return readFileSync(join(profile, 'MarionetteActivePort'), 'utf8').trim() || undefined;
  } catch {
    return undefined;
  }
}

/** `LENGTH:JSON`, one after the other. */
async function* packets(stream: AsyncIterable<Buffer>): AsyncGenerator<unknown> {
  let unread = Buffer.alloc(0);
  for await (const chunk of stream) {
    unread = Buffer.concat([unread, chunk]);
    for (let colon = unread.indexOf(':'); colon > 0; colon = unread.indexOf(':')) {
      const end = colon + 1 + Number(unread.subarray(0, colon));
      if (unread.length < end) break;
      yield JSON.parse(unread.subarray(colon + 1, end).toString());
      unread = unread.subarray(end);
    }
  }
  throw new Error('Marionette has hung up');
}
