import { EventEmitter } from 'node:events';
import { PassThrough } from 'node:stream';
import type { ReadStream, WriteStream } from 'node:tty';
import { startThread } from '../../src/cli/engine-thread.ts';
import type { Terminal } from '../../src/cli/terminal.ts';

export interface FakeTerminal extends Terminal {
  /** What was printed so far. */
  printed(): string;
  /** What was said on stderr so far. */
  said(): string;
  /** Keys, or what is piped in. */
  type(text: string): void;
  /** The end of what is piped in. */
  endInput(): void;
  /** `raw` or `cooked`, each time that it was changed. */
  readonly modes: string[];
  readonly exits: number[];
}

interface FakeSettings {
  readonly isTTY?: boolean;
  readonly env?: Terminal['env'];
  /** The engine's bundle, where a test lets one start. */
  readonly engine?: URL;
}

/** The world as a terminal: streams in memory and signals that a test sends. */
export function fakeTerminal({ isTTY = false, env = { LANG: 'C.UTF-8' }, engine }: FakeSettings = {}): FakeTerminal {
  const modes: string[] = [];
  const exits: number[] = [];
  const stdin = new PassThrough();
  const setRawMode = (raw: boolean) => modes.push(raw ? 'raw' : 'cooked');
  const [stdout, printed] = collector(isTTY);
  const [stderr, said] = collector(isTTY);
  return {
    // A terminal's streams can do much more; what the command line uses of it is here.
    stdin: Object.assign(stdin, { isTTY, setRawMode }) as unknown as ReadStream,
    stdout,
    stderr,
    env,
    platform: 'linux',
    signals: new EventEmitter(),
    program: 'waypost',
    engineThread: () => startThread(engine ?? new URL('file:///nowhere/engine.cjs')),
    onExit() {},
    exit: (code) => void exits.push(code),
    printed,
    said,
    type: (text) => void stdin.write(text),
    endInput: () => void stdin.end(),
    modes,
    exits,
  };
}

function collector(isTTY: boolean): [WriteStream, () => string] {
  let text = '';
  const stream = new PassThrough();
  stream.on('data', (chunk: Buffer) => {
    text += chunk.toString('utf8');
  });
  const tty = isTTY ? { isTTY, columns: 80, rows: 24 } : {};
  return [Object.assign(stream, tty) as unknown as WriteStream, () => text];
}
