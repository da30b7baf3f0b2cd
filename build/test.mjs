// `npm test`: everything that needs no privileges, and one line about what that leaves out.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = new URL('../', import.meta.url);
const vitest = fileURLToPath(new URL('node_modules/vitest/vitest.mjs', root));
const install = fileURLToPath(new URL('test/unit/clients/install.sh', root));

const hasJudges = prepareJudges();
const { status } = spawnSync(process.execPath, [vitest, 'run', '--project', 'unit', '--project', 'security'], {
  stdio: 'inherit',
  env: { ...process.env, WAYPOST_TEST_JUDGES: hasJudges ? '1' : '' },
});
console.log('Left out: the tests on real servers, which need root on Debian and some minutes (npm run test:lab).');
if (!hasJudges) {
  console.log(
    'Left out: what other programs read from the files of mail clients; on Debian, test/unit/clients/install.sh installs them.',
  );
}
process.exitCode = status ?? 1;

/** Whether the programs are there that judge files. Where they may be installed, they are. */
function prepareJudges() {
  if (process.platform !== 'linux') return false;
  if (succeeds('--check')) return true;
  const mayInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  return mayInstall && succeeds();
}

function succeeds(...words) {
  return spawnSync('sh', [install, ...words], { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
}
