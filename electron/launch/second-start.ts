import type { CommandLine } from './command-line.ts';

/** What the program tells the one that is running already. */
export type SecondStart = Pick<CommandLine, 'file'>;

/** The file in what a second start has told: anybody on this computer could have sent it. */
export function fileOfSecondStart(told: unknown): string | null {
  const { file } = (told ?? {}) as Partial<Record<keyof SecondStart, unknown>>;
  return typeof file === 'string' && file !== '' && file.length <= 4_096 && !file.includes('\0') ? file : null;
}
