import { readdir, readFile } from 'node:fs/promises';

/** A process and all that it has started, as far as they still run. */
export async function familyOf(pid: number): Promise<number[]> {
  const parents = new Map<number, number>();
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '');
    // proc(5): behind the name in brackets come the state and the parent.
    const [, rest = ''] = /^.*\) (.*)$/s.exec(stat) ?? [];
    parents.set(Number(name), Number(rest.split(' ')[1]));
  }
  const family = [pid];
  for (const member of family) {
    for (const [child, parent] of parents) if (parent === member) family.push(child);
  }
  return family;
}
