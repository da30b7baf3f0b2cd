// Electron can be told by an environment variable or an argument to run somebody else's code as ours: as plain Node, with a
// module preloaded, under a debugger, or from a folder laid beside the archive. What is installed must refuse; these
// switches are burnt into its binary, where they are read back.
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { describe, expect, it } from 'vitest';
import { packagedApp } from '../../e2e/packaged.ts';

/** As they stand in the binary: characters. */
const ENABLE = '1'.charCodeAt(0);
const DISABLE = '0'.charCodeAt(0);

const expected = {
  [FuseV1Options.RunAsNode]: DISABLE,
  [FuseV1Options.EnableCookieEncryption]: ENABLE,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: DISABLE,
  [FuseV1Options.EnableNodeCliInspectArguments]: DISABLE,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: ENABLE,
  [FuseV1Options.OnlyLoadAppFromAsar]: ENABLE,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: DISABLE,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: DISABLE,
};

/** Elsewhere the release names the binary that it has made. */
const canPackage = process.platform === 'linux' || process.env['WAYPOST_PACKAGED'] !== undefined;

describe.skipIf(!canPackage)('the packaged binary', () => {
  it('has every switch that its Electron knows in the safe position', { timeout: 300_000 }, async () => {
    const { version, ...wire } = await getCurrentFuseWire(await packagedApp());
    const known = Object.keys(wire);
    expect(version).toBe('1');
    expect(known.length).toBeGreaterThanOrEqual(7);
    expect(wire).toEqual(Object.fromEntries(Object.entries(expected).filter(([fuse]) => known.includes(fuse))));
  });
});
