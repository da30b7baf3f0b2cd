import type { SettingsChange } from '../contract.ts';

type Reason = Extract<SettingsChange, { unstored: unknown }>['unstored']['reason'];

const reasons: Readonly<Record<string, Reason>> = {
  ENOSPC: 'no-room',
  EDQUOT: 'no-room',
  EACCES: 'not-allowed',
  EPERM: 'not-allowed',
  EROFS: 'not-allowed',
};

/** Why a file could not be written, as far as its owner can do something about it, and the system's own code for the log. */
export function whyUnstored(error: unknown): { readonly reason: Reason; readonly code: string } {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  return { reason: reasons[code] ?? 'other', code };
}
