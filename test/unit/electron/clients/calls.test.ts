import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { thisComputer } from '../../../../electron/clients/index.ts';
import { startProgram } from '../../../../electron/clients/start.ts';
import { calls as contract } from '../../../../electron/contract.ts';
import { type ClientStage, stageClients } from './stage.ts';

let stage: ClientStage;
beforeEach(async () => {
  stage = await stageClients();
});
afterEach(() => stage.stop());

it('every profile that the window is shown keeps to the contract', async () => {
  for (const { client, problem } of await stage.calls['clients.list']({ run: stage.run })) {
    expect([client, problem]).toEqual([client, null]);
    const profile = await stage.calls['clients.profile'](stage.asked(client));
    expect(contract['clients.profile'].gives.parse(profile)).toEqual(profile);
  }
});

it('the code for a phone comes as rows of modules', async () => {
  const { qr } = await stage.calls['clients.profile'](stage.asked('android'));
  expect(qr?.length).toBeGreaterThan(20);
  expect(qr?.every((row) => row.length === qr.length)).toBe(true);
});

it('files of Windows are shown as the text that they are', async () => {
  const { files } = await stage.calls['clients.profile'](stage.asked('outlook'));
  expect(files.map(({ text }) => text.split('\r\n')[0])).toContain('Windows Registry Editor Version 5.00');
});

it('a profile is saved into a folder of its own, and never over another one', async () => {
  const first = await stage.calls['clients.save'](stage.asked('mutt'));
  const second = await stage.calls['clients.save'](stage.asked('mutt'));
  expect([first, second]).toEqual([join(stage.folder, 'mutt'), join(stage.folder, 'mutt-2')]);
  expect(await readdir(join(stage.folder, 'mutt-2'))).toEqual(['muttrc']);
});

it('a program that goes on has been started, and one that is not there has not', async () => {
  const computer = { env: {}, home: stage.home, patience: { version: 1, start: 1 } };
  expect(await startProgram(['/bin/sleep', '1'], computer)).toEqual({ ok: true, value: null });
  const patient = { ...computer, patience: { version: 1, start: 30_000 } };
  const missing = join(stage.folder, 'none');
  expect(await startProgram([missing], patient)).toEqual({ ok: false, error: `ENOENT ${missing}` });
});

it('nothing is told about a run that nobody knows', async () => {
  const run = '00000000-0000-4000-8000-000000000000';
  await expect((async () => stage.calls['clients.list']({ run }))()).rejects.toThrow('there is no such run');
});

it.runIf(process.platform === 'linux')(
  'a client is seen running for its own home folder, and for no other',
  async () => {
    const program = join(stage.folder, 'waypost-sham');
    await writeFile(program, '#!/bin/sh\necho up\nread line\n');
    await chmod(program, 0o755);
    await mkdir(join(stage.folder, 'other'));
    const child = spawn(program, [], { env: { HOME: stage.home }, stdio: ['pipe', 'pipe', 'ignore'] });
    await once(child.stdout, 'data');
    const { isRunning } = thisComputer(stage.home, {});
    expect(await isRunning(['waypost-sham'], [stage.home])).toBe(true);
    expect(await isRunning(['waypost-sham'], [join(stage.folder, 'other')])).toBe(false);
    child.stdin.end('\n');
    await once(child, 'exit');
    expect(await isRunning(['waypost-sham'], [stage.home])).toBe(false);
  },
);
