import { readFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';

/** When and where something was measured, in one sentence. */
export function machine(count: number): string {
  const system = /^PRETTY_NAME="(.*)"$/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1] ?? 'Linux';
  const memory = Math.round(totalmem() / 2 ** 30);
  const hardware = `${cpus().length} cores, ${memory} GiB, ${system}, Node ${process.version}`;
  const [load = 0] = loadavg();
  const way = hasRightOfWay() ? '; measured programs with the right of way' : '';
  const day = new Date().toISOString().slice(0, 10);
  return `Measured on ${day}: ${hardware}; load ${load.toFixed(1)} before the start${way}; ${count} rounds, medians (least to most).`;
}

/** Whether this process, and so what it starts, runs before all ordinary ones (`chrt -f`). */
function hasRightOfWay(): boolean {
  // proc(5): the 41st field is the scheduling policy; the second one may hold spaces and ends with the last bracket.
  const [, rest = ''] = /^.*\) (.*)$/s.exec(readFileSync('/proc/self/stat', 'utf8')) ?? [];
  return Number(rest.split(' ')[41 - 3]) > 0;
}
