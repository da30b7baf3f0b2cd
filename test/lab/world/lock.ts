import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { until } from './until.ts';

const lockFile = '/var/tmp/waypost-lab.lock';

/** Runs `work` while no other process on this machine builds or removes the world. */
export async function withLock<T>(work: () => Promise<T>): Promise<T> {
  await until('the lock on the lab', () => (tryLock() ? true : undefined), { timeout: 240_000, interval: 200 });
  try {
    return await work();
  } finally {
    rmSync(lockFile, { force: true });
  }
}

function tryLock(): boolean {
  try {
    writeFileSync(lockFile, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    if (!isHeld()) rmSync(lockFile, { force: true });
    return false;
  }
}

/** A lock whose owner was killed is nobody's. */
function isHeld(): boolean {
  try {
    process.kill(Number(readFileSync(lockFile, 'utf8')), 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
