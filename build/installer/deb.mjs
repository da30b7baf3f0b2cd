import { execFile } from 'node:child_process';
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../project.mjs';

const run = promisify(execFile);
const here = join(root, 'build', 'installer', 'linux');
const architectures = { x64: 'amd64', arm64: 'arm64' };

/** What Electron needs of the system, by the names that Debian 12, Debian 13 and Ubuntu know. */
const depends = [
  'libasound2 | libasound2t64',
  'libatk-bridge2.0-0 | libatk-bridge2.0-0t64',
  'libatk1.0-0 | libatk1.0-0t64',
  'libatspi2.0-0 | libatspi2.0-0t64',
  'libcairo2',
  'libcups2 | libcups2t64',
  'libdbus-1-3',
  'libdrm2',
  'libexpat1',
  'libgbm1',
  'libglib2.0-0 | libglib2.0-0t64',
  'libgtk-3-0 | libgtk-3-0t64',
  'libnspr4',
  'libnss3',
  'libpango-1.0-0',
  'libsecret-1-0',
  'libudev1',
  'libx11-6',
  'libxcb1',
  'libxcomposite1',
  'libxdamage1',
  'libxext6',
  'libxfixes3',
  'libxkbcommon0',
  'libxrandr2',
  'libxss1',
  'xdg-utils',
];

/**
 * A package for Debian and its relatives, with nothing but dpkg-deb. It has no scripts: menus and icons are the business
 * of triggers, and the sandbox's helper is setuid root in the archive, where dpkg-statoverride can say otherwise.
 */
export async function makeDeb({ unpacked, out, version, description, isQuick }) {
  const architecture = architectures[process.arch];
  const tree = await mkdtemp(join(tmpdir(), 'waypost-deb-'));
  try {
    await cp(unpacked, join(tree, 'opt', 'Waypost'), { recursive: true });
    await link(tree, 'usr/bin/waypost-desktop', '/opt/Waypost/waypost-desktop');
    await place(tree, 'usr/share/applications/waypost-desktop.desktop', 'waypost-desktop.desktop');
    await place(tree, 'usr/share/metainfo/org.waypost.Waypost.metainfo.xml', 'metainfo.xml');
    await placeIcons(tree);
    await placeCopyright(tree);
    await setModes(tree);
    await write(tree, 'DEBIAN/control', await control({ tree, version, architecture, description }));
    await write(tree, 'DEBIAN/md5sums', await sums(tree));
    await chmod(join(tree, 'DEBIAN'), 0o755);
    const file = join(out, `waypost_${version}_${architecture}.deb`);
    const compression = isQuick ? ['-Zgzip', '-z1'] : ['-Zxz', '--threads-max=1'];
    await run('dpkg-deb', ['--root-owner-group', ...compression, '--build', tree, `${file}.part`]);
    await rename(`${file}.part`, file);
  } finally {
    await rm(tree, { recursive: true, force: true });
  }
}

async function control({ tree, version, architecture, description }) {
  const { stdout } = await run('du', ['--summarize', '--apparent-size', '--block-size=1024', tree]);
  const fields = {
    Package: 'waypost',
    Version: version,
    Architecture: architecture,
    Maintainer: process.env['WAYPOST_MAINTAINER'] ?? 'The Waypost maintainers <maintainers@waypost.example>',
    'Installed-Size': Number.parseInt(stdout, 10),
    Depends: depends.join(', '),
    Recommends: 'gnome-keyring | kwalletmanager',
    Section: 'net',
    Priority: 'optional',
    Description: `sets up mail and says which link of the chain is broken\n ${description}.`,
  };
  return Object.entries(fields)
    .map(([name, value]) => `${name}: ${value}\n`)
    .join('');
}

async function placeIcons(tree) {
  const icons = join(root, 'build', 'icons');
  for (const name of (await readdir(icons)).filter((file) => file.endsWith('.png') && file !== '1024.png')) {
    const size = name.replace('.png', '');
    await copy(join(icons, name), join(tree, `usr/share/icons/hicolor/${size}x${size}/apps/waypost-desktop.png`));
  }
  await copy(join(icons, 'waypost.svg'), join(tree, 'usr/share/icons/hicolor/scalable/apps/waypost-desktop.svg'));
}

async function placeCopyright(tree) {
  const licence = await readFile(join(root, 'LICENSE'), 'utf8');
  const elsewhere = [
    'Parts of other packages: /opt/Waypost/resources/THIRD-PARTY.txt',
    'Electron and Chromium: /opt/Waypost/LICENSE.electron.txt, /opt/Waypost/LICENSES.chromium.html',
  ];
  await write(tree, 'usr/share/doc/waypost/copyright', `${licence.trim()}\n\n${elsewhere.join('\n')}\n`);
}

/** Nobody's umask decides what others may read; only the sandbox's helper has more than that. */
async function setModes(tree) {
  await run('chmod', ['-R', 'u=rwX,go=rX', tree]);
  await chmod(join(tree, 'opt', 'Waypost', 'chrome-sandbox'), 0o4755);
}

async function sums(tree) {
  const list = 'find usr opt -type f -print0 | LC_ALL=C sort -z | xargs -0 md5sum';
  return (await run('sh', ['-c', list], { cwd: tree, maxBuffer: 2 ** 24 })).stdout;
}

function place(tree, path, source) {
  return copy(join(here, source), join(tree, path));
}

async function copy(source, file) {
  await mkdir(dirname(file), { recursive: true });
  await cp(source, file);
}

async function write(tree, path, text) {
  await mkdir(dirname(join(tree, path)), { recursive: true });
  await writeFile(join(tree, path), text);
}

async function link(tree, path, to) {
  await mkdir(dirname(join(tree, path)), { recursive: true });
  await symlink(to, join(tree, path));
}
