import type { KeptFile } from './folder.ts';

export interface Keeping {
  readonly days: number;
  readonly runs: number;
  readonly bytes: number;
}

const day = 24 * 60 * 60 * 1_000;

/**
 * Which files are more than is kept. Pure.
 *
 * @param files newest first
 * @param now milliseconds since 1970
 */
export function surplus(files: readonly KeptFile[], { days, runs, bytes }: Keeping, now: number): readonly KeptFile[] {
  let size = 0;
  return files.filter((file, place) => {
    size += file.size;
    return place >= runs || size > bytes || days === 0 || now - file.changedAt > days * day;
  });
}
