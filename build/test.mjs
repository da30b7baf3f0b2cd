// `npm test`: everything that needs no privileges, and one line about what that leaves out.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const vitest = fileURLToPath(new URL('../node_modules/vitest/vitest.mjs', import.meta.url));
const { status } = spawnSync(process.execPath, [vitest, 'run', '--project', 'unit', '--project', 'security'], {
  stdio: 'inherit',
});
console.log('Left out: the tests on real servers, which need root on Debian and some minutes (npm run test:lab).');
process.exitCode = status ?? 1;
