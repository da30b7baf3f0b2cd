import type { Secret } from '../../src/core/index.ts';

/** The passwords of one run. */
export interface Passwords {
  readonly password: Secret | null;
  readonly relayPassword: Secret | null;
}

/** Runs, and milliseconds after a run. */
const usual = { most: 4, time: 10 * 60_000 };

/**
 * What is to be known of a password wherever it goes. `spent`: the relay has refused what the directory takes, and is not to
 * be given it again. `stored`: it came out of the store, which is to forget it once it is refused.
 */
export type Mark = 'spent' | 'stored';

export interface Shelf {
  keep(run: string, passwords: Passwords): void;
  of(run: string): Passwords | null;
  /** A server has refused it: it goes, whichever runs it was kept for. */
  refused(secret: Secret): void;
  mark(secret: Secret, mark: Mark): void;
  is(secret: Secret, mark: Mark): boolean;
  /** Keeps what is left of a run for the whole time from now on. */
  renew(run: string): void;
  remove(run: string): void;
  clear(): void;
}

/**
 * Passwords that were typed, for as long as a person may want to run again without typing them anew: of the last few
 * runs, for some minutes.
 */
export function makeShelf({ most, time } = usual): Shelf {
  const shelf = new Map<string, { readonly passwords: Passwords; readonly timer: NodeJS.Timeout }>();
  const marked = { spent: new WeakSet<Secret>(), stored: new WeakSet<Secret>() } satisfies Record<Mark, unknown>;
  const remove = (run: string) => {
    clearTimeout(shelf.get(run)?.timer);
    shelf.delete(run);
  };
  const keep = (run: string, { password, relayPassword }: Passwords) => {
    remove(run);
    if (password === null && relayPassword === null) return;
    shelf.set(run, { passwords: { password, relayPassword }, timer: setTimeout(() => remove(run), time).unref() });
    for (const oldest of [...shelf.keys()].slice(0, -most)) remove(oldest);
  };
  const of = (run: string) => shelf.get(run)?.passwords ?? null;
  return {
    keep,
    of,
    refused(secret) {
      const left = (one: Secret | null) => (one === secret ? null : one);
      for (const [run, { passwords }] of [...shelf]) {
        const { password, relayPassword } = passwords;
        if (password === secret || relayPassword === secret)
          keep(run, { password: left(password), relayPassword: left(relayPassword) });
      }
    },
    mark: (secret, mark) => void marked[mark].add(secret),
    is: (secret, mark) => marked[mark].has(secret),
    renew(run) {
      const passwords = of(run);
      if (passwords) keep(run, passwords);
    },
    remove,
    clear() {
      for (const run of [...shelf.keys()]) remove(run);
    },
  };
}
