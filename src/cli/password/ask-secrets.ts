import type { ChainRequest, RequestSecrets } from '../../chain/request.ts';
import { Secret, visible } from '../../core/index.ts';
import type { Terminal } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';
import { askHidden } from './prompt.ts';
import { readLines } from './read-lines.ts';

type Console = Pick<Terminal, 'stdin' | 'stderr'>;

const needPassword = new Set(['diagnose', 'sign-in', 'send', 'discover', 'set-up']);

/**
 * The passwords that a request needs, from the terminal or from standard input. Throws UsageError for one that no
 * server may ever see (RFC 4513 5.1.2), and Cancelled.
 */
export async function askSecrets(
  { goal, user, relayUser }: Pick<ChainRequest, 'goal' | 'user' | 'relayUser'>,
  fromStdin: boolean,
  console: Console,
  signal: AbortSignal,
): Promise<RequestSecrets> {
  const people = needPassword.has(goal) ? [user, relayUser].filter((name): name is string => name !== null) : [];
  const [password = null, relayPassword = null] = fromStdin
    ? await readSecrets(people, console, signal)
    : await askAll(people, console, signal);
  return { password, relayPassword };
}

async function readSecrets(people: readonly string[], console: Console, signal: AbortSignal): Promise<string[]> {
  if (people.length === 0) {
    throw new UsageError('--password-stdin', null, 'nobody signs in; say who does, with --user, or leave it out');
  }
  const lines = await readLines(people.length, console, signal);
  return people.map((name, i) => usable(lines[i] ?? missing(name, i), name, '--password-stdin'));
}

function missing(name: string, line: number): never {
  const which = line === 0 ? 'standard input is empty' : 'standard input has no second line';
  throw new UsageError(
    '--password-stdin',
    null,
    `${which}, where the password of ${visible(name, 200)} should be; nothing was started`,
  );
}

async function askAll(people: readonly string[], console: Console, signal: AbortSignal): Promise<string[]> {
  const secrets: string[] = [];
  for (const name of people) {
    if (!console.stdin.isTTY) {
      const question = `there is no terminal to ask for the password of ${visible(name, 200)}`;
      throw new UsageError('password', null, `${question}; pipe it in, and give --password-stdin`);
    }
    secrets.push(usable(await askHidden(`Password of ${visible(name, 200)}: `, console, signal), name, 'password'));
  }
  return secrets;
}

function usable(text: string, name: string, argument: string): string {
  if (new Secret(text).usable) return text;
  const what = text.includes('\0') ? 'contains a NUL character' : text.trim() === '' ? 'is empty' : 'is too long';
  throw new UsageError(argument, null, `the password of ${visible(name, 200)} ${what}; nothing was started`);
}
