import { StringDecoder } from 'node:string_decoder';
import { Cancelled, type Terminal } from '../terminal.ts';
import { typeKeys } from './line-editor.ts';

/**
 * Asks on the terminal for a line that is not shown. The question goes to stderr: stdout is for the report. Rejects with
 * Cancelled at Ctrl-C, at the end of the input, or when the signal aborts; the terminal is as before in any case.
 */
export function askHidden(
  question: string,
  { stdin, stderr }: Pick<Terminal, 'stdin' | 'stderr'>,
  signal: AbortSignal,
): Promise<string> {
  return new Promise((resolve, reject) => {
    // A character may arrive in two pieces.
    const decoder = new StringDecoder('utf8');
    let text = '';
    const finish = (settle: () => void) => {
      stdin.off('data', onData);
      stdin.off('end', onEnd);
      signal.removeEventListener('abort', onEnd);
      stdin.setRawMode(false);
      stdin.pause();
      stderr.write('\n');
      settle();
    };
    const onEnd = () => finish(() => reject(new Cancelled()));
    const onData = (chunk: Buffer) => {
      const typed = typeKeys(text, decoder.write(chunk));
      if (typed.state === 'typing') text = typed.text;
      else if (typed.state === 'cancelled') onEnd();
      else finish(() => resolve(typed.text));
    };
    if (signal.aborted) return reject(new Cancelled());
    stderr.write(question);
    stdin.setRawMode(true);
    stdin.on('data', onData);
    stdin.once('end', onEnd);
    signal.addEventListener('abort', onEnd, { once: true });
    stdin.resume();
  });
}
