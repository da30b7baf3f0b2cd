// Packages for a release. A build service passes on secrets that do not exist as empty variables, which electron-builder
// takes for broken certificates: they are left out.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../project.mjs';

const env = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ''));
// On a Mac it would otherwise sign with whatever it finds in a keychain.
if (env['CSC_LINK'] === undefined) env['CSC_IDENTITY_AUTO_DISCOVERY'] = 'false';

const { status } = spawnSync(process.execPath, [join(root, 'build', 'app', 'package.mjs')], { env, stdio: 'inherit' });
process.exitCode = status ?? 1;
