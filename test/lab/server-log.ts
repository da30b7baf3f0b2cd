import { existsSync, readFileSync } from 'node:fs';

/** What a server writes into its log from now on; the logs of the world are short. */
export function followLog(path: string): () => string {
  const before = read(path).length;
  return () => read(path).slice(before);
}

const read = (path: string) => (existsSync(path) ? readFileSync(path, 'utf8') : '');
