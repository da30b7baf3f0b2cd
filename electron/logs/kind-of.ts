import type { Facts } from './log.ts';

/** What kind of error it was, for the log. Its message stays away: it may quote what it was about. */
export function kindOf(error: unknown): Facts {
  const { name, code } = (error ?? {}) as { readonly name?: unknown; readonly code?: unknown };
  return { kind: typeof name === 'string' ? name : typeof error, code: typeof code === 'string' ? code : 'none' };
}
