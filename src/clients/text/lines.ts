/** Lines as a file: each ended, the last one, too. What is null is left out. */
export function lines(...all: readonly (string | null)[]): string {
  return all.map((line) => (line === null ? '' : `${line}\n`)).join('');
}
