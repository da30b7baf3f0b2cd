import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { version } from '../../../src/core/index.ts';

it('the program says the version of its package', async () => {
  const manifest = JSON.parse(await readFile(new URL('../../../package.json', import.meta.url), 'utf8'));
  expect(version).toBe(manifest.version);
});
