import { visible } from '../../src/core/index.ts';
import type { EngineStop } from '../../src/engine-host/index.ts';

/** Characters of what a dying process says that are kept: it has read a server's bytes, and may go on for ever. */
const most = 4_000;

/** Keeps the end of what a stream says: an error's name comes after the line of code, which in a bundle is long. */
export function lastCharacters(stream: NodeJS.ReadableStream | null): () => string {
  let said = '';
  stream?.setEncoding('utf8');
  stream?.on('data', (text: string) => {
    said = (said + text).slice(-most);
  });
  return () => said;
}

/** Why a process has ended by itself, in words. */
export function stopOf(code: number, said: string): EngineStop {
  const evidence = evidenceIn(said);
  return code === 0
    ? { reason: 'it ended by itself (exit code 0)', evidence }
    : { reason: 'it crashed', evidence: [`exit code ${code}`, ...evidence] };
}

/** The line that names the error; traces with paths of this machine help nobody who reads a report. */
function evidenceIn(said: string): string[] {
  const lines = said.split(/\r?\n/).filter((line) => /^(FATAL ERROR|\w*Error\b)/.test(line));
  return lines.slice(0, 1).map((line) => visible(line, 500));
}
