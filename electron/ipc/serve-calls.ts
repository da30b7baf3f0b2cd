import { type CallAnswer, type CallArgument, type CallName, calls } from '../contract.ts';
import { kindOf, type Log } from '../logs/index.ts';

export type Handlers = {
  readonly [C in CallName]: (argument: CallArgument<C>) => CallAnswer<C> | Promise<CallAnswer<C>>;
};

/** As much of Electron's IpcMain as is used; `E` is its event. */
export interface IpcServer<E> {
  handle(channel: string, listener: (event: E, ...sent: unknown[]) => Promise<unknown>): void;
}

/**
 * Answers what the window asks. A message from anywhere else, or one that does not keep to the contract, never reaches a
 * handler; an answer that does not keep to it never leaves. The window is told so in a few words, the log which call it
 * was, and neither what was in it: that may have been a password.
 *
 * @param isTrusted whether the sender is the window's main frame, with our page in it
 */
export function serveCalls<E>(
  ipc: IpcServer<E>,
  handlers: Handlers,
  isTrusted: (event: E) => boolean,
  log: Pick<Log, 'warn' | 'error'>,
): void {
  for (const name of Object.keys(calls) as CallName[]) {
    ipc.handle(name, async (event, ...sent) => {
      if (!isTrusted(event)) {
        log.warn('A call from a foreign sender was refused.', { call: name });
        throw refusal('refused');
      }
      const argument = sent.length > 1 ? { success: false as const } : calls[name].takes.safeParse(sent[0]);
      if (!argument.success) {
        log.warn('A malformed call was refused.', { call: name });
        throw refusal('malformed call');
      }
      return await answerOf(name, handlers[name] as (argument: unknown) => unknown, argument.data, log);
    });
  }
}

async function answerOf(
  name: CallName,
  handler: (argument: unknown) => unknown,
  argument: unknown,
  log: Pick<Log, 'error'>,
): Promise<unknown> {
  let answer: unknown;
  try {
    answer = await handler(argument);
  } catch (error) {
    log.error('A call failed.', { call: name, ...kindOf(error) });
    throw refusal('call failed');
  }
  const checked = calls[name].gives.safeParse(answer);
  if (checked.success) return checked.data;
  log.error('An answer that breaks the contract was held back.', { call: name });
  throw refusal('malformed answer');
}

/** Without a stack, which names files of this computer. */
function refusal(message: string): Error {
  const error = new Error(message);
  error.stack = `Error: ${message}`;
  return error;
}
