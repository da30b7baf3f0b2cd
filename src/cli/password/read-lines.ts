import { Cancelled, type Terminal } from '../terminal.ts';

/** Longer than any password that a directory stores; a file that was piped in by mistake ends here. */
const longestInput = 16_384;

/**
 * The first lines of standard input, without their line ends (LF or CRLF). Fewer when it ends earlier.
 * Rejects with Cancelled when the signal aborts.
 */
export function readLines(
  count: number,
  { stdin }: Pick<Terminal, 'stdin'>,
  signal: AbortSignal,
): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const finish = (settle: () => void) => {
      stdin.off('data', onData);
      stdin.off('end', onEnd);
      stdin.off('error', reject);
      signal.removeEventListener('abort', onAbort);
      stdin.destroy();
      settle();
    };
    const onAbort = () => finish(() => reject(new Cancelled()));
    const onEnd = () => finish(() => resolve(linesOf(chunks, count)));
    const onData = (chunk: Buffer) => {
      chunks.push(chunk);
      size += chunk.length;
      if (size >= longestInput || lineEnds(chunks) >= count) onEnd();
    };
    if (signal.aborted) return reject(new Cancelled());
    stdin.on('data', onData);
    stdin.once('end', onEnd);
    stdin.once('error', reject);
    signal.addEventListener('abort', onAbort, { once: true });
  });
}

function lineEnds(chunks: readonly Buffer[]): number {
  return chunks.reduce((sum, chunk) => sum + chunk.filter((byte) => byte === 0x0a).length, 0);
}

function linesOf(chunks: readonly Buffer[], count: number): string[] {
  const text = Buffer.concat(chunks)
    .toString('utf8')
    .replace(/^\ufeff/, '');
  const lines = text.split('\n').map((line) => line.replace(/\r$/, ''));
  // What follows the last line end is a line only when something stands there.
  if (lines.at(-1) === '') lines.pop();
  return lines.slice(0, count);
}
