import { type Listeners, makeListeners } from './listeners.ts';

export interface OpenService<T> {
  readonly value: T;
  close(): Promise<void>;
}

/**
 * Takes what was bound only so that its number is known. It is closed, and refuses, once everything has its number: before that,
 * another service could be given the same.
 */
export type Unbind = (service: { close(): Promise<void> }) => void;

const attempts = 20;

/**
 * For a service that needs one number on several sockets (TCP and UDP, or two addresses): lets the system choose for
 * the first of them, and starts over when the number is taken on another. A given port is tried once.
 */
export async function onOnePort<T>(
  wanted: number,
  open: (listeners: Listeners, port: number) => Promise<T>,
): Promise<OpenService<T>> {
  for (let attempt = 1; ; attempt++) {
    const listeners = makeListeners();
    try {
      return { value: await open(listeners, wanted), close: () => listeners.close() };
    } catch (error) {
      await listeners.close();
      const taken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
      if (!taken || wanted !== 0 || attempt >= attempts) throw error;
    }
  }
}
