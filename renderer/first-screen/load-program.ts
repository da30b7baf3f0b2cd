/** Loads the program into a page that names its parts without asking for them yet. */
export function loadProgram(): void {
  // All at once, rather than each when the one before has been read.
  for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel=later]')) link.rel = 'modulepreload';
  void import(new URL('/main.js', location.href).href);
}
