import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** vitest's globalSetup: the mail clients, as Debian has them. */
export default function setup(): void {
  const script = fileURLToPath(new URL('install.sh', import.meta.url));
  execFileSync(script, { stdio: ['ignore', 'ignore', 'inherit'], timeout: 600_000 });
}
