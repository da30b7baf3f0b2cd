import { join } from 'node:path';
import { root } from '../project.mjs';

/** Electron's switches that are burnt into the binary. test/security/packaged/fuses.test.ts reads them back. */
export const fuses = {
  runAsNode: false,
  enableCookieEncryption: true,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  loadBrowserProcessSpecificV8Snapshot: false,
  grantFileProtocolExtraPrivileges: false,
};

/** The fuse that Electron learnt after the test runtime was made. */
const { grantFileProtocolExtraPrivileges, ...oldFuses } = fuses;

/**
 * What electron-builder makes of a staged app.
 *
 * @param stage folder with the app and its package.json, and nothing else
 * @param out where the packages go
 * @param testRuntime the old Electron to pack instead of the declared one: `dist` and `version`
 * @param env where signing, notarisation and a feed of updates are declared; see docs/packaging.md
 */
export function builderConfig({ stage, out, testRuntime, env }) {
  return {
    appId: 'org.waypost.Waypost',
    productName: 'Waypost',
    artifactName: `waypost-\${version}-\${os}-\${arch}.\${ext}`,
    directories: { app: stage, output: out, buildResources: join(root, 'build', 'installer') },
    // Everything is in the bundles; electron-builder would add the dependencies that they were made of.
    files: ['**/*', '!**/node_modules/**'],
    asar: true,
    extraResources: resources(stage),
    npmRebuild: false,
    nodeGypRebuild: false,
    electronLanguages: ['en-US', 'en-GB', 'de'],
    electronFuses: { ...(testRuntime ? oldFuses : fuses), resetAdHocDarwinSignature: process.platform === 'darwin' },
    ...(testRuntime && { electronDist: testRuntime.dist, electronVersion: testRuntime.version }),
    // Nothing looks for updates unless whoever builds says where.
    publish: env['WAYPOST_UPDATE_FEED'] ? { provider: 'generic', url: env['WAYPOST_UPDATE_FEED'] } : null,
    linux: {
      executableName: 'waypost-desktop',
      target: 'dir',
      icon: join(root, 'build', 'icons'),
      category: 'Network',
    },
    win: {
      icon: join(root, 'build', 'icons', '512.png'),
      target: ['nsis', 'msi'].map((target) => ({ target, arch: ['x64', 'arm64'] })),
      verifyUpdateCodeSignature: true,
    },
    // The person chooses: for oneself without an administrator, or for everybody.
    nsis: { oneClick: false, perMachine: false, allowElevation: true, allowToChangeInstallationDirectory: true },
    // For administrators who distribute it.
    msi: { oneClick: false, perMachine: true, runAfterFinish: false },
    mac: {
      icon: join(root, 'build', 'icons', '1024.png'),
      category: 'public.app-category.utilities',
      target: ['dmg', 'zip'].map((target) => ({ target, arch: 'universal' })),
      hardenedRuntime: true,
      gatekeeperAssess: false,
      entitlements: join(root, 'build', 'installer', 'entitlements.mac.plist'),
      entitlementsInherit: join(root, 'build', 'installer', 'entitlements.mac.plist'),
      notarize: Boolean(env['APPLE_API_KEY'] || env['APPLE_ID']),
    },
  };
}

/** Beside the app: the terms of what is in it, its picture, and examples for administrators. */
function resources(stage) {
  return [
    { from: join(root, 'LICENSE'), to: 'LICENSE.txt' },
    { from: join(stage, '..', 'THIRD-PARTY.txt'), to: 'THIRD-PARTY.txt' },
    { from: join(root, 'build', 'icons', '256.png'), to: 'icon.png' },
    { from: join(root, 'build', 'policies'), to: 'policies' },
  ];
}
