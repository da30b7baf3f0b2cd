import type { GuardedFile, PolicyMachine } from './machine.ts';
import { isGuardedByAcl } from './windows-acl.ts';

const root = 0;
const writableByOthers = 0o022;

/** A file that only administrators can write, or put another one in the place of. */
export async function readProtected(
  machine: PolicyMachine,
  path: string,
): Promise<Buffer | 'absent' | 'unreadable' | 'too-large' | 'unprotected'> {
  const file = await machine.read(path);
  if (typeof file === 'string') return file;
  return (await isProtected(machine, file)) ? file.content : 'unprotected';
}

async function isProtected(machine: PolicyMachine, { guards }: GuardedFile): Promise<boolean> {
  const paths = guards.map(({ path }) => path);
  if (machine.platform === 'win32') return isGuardedByAcl(machine, paths);
  return guards.every(({ owner, mode }) => owner === root && (mode & writableByOthers) === 0);
}
