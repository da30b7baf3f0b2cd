/** Milliseconds between two looks; a process that is fed at full speed takes some 100 MB more until the next. */
const usualPause = 500;

/**
 * Tells once when a process has more memory than it may. Electron gives a utility process a heap of 4 GB whatever it is
 * told, and no heap limit counts buffers; so we look from outside.
 *
 * @param read megabytes that it has now; null when it is not known
 * @param most megabytes
 */
export function watchMemory(
  read: () => number | null,
  most: number,
  tell: () => void,
  pause = usualPause,
): { end(): void } {
  const timer = setInterval(() => {
    if ((read() ?? 0) <= most) return;
    clearInterval(timer);
    tell();
  }, pause);
  return { end: () => clearInterval(timer) };
}
