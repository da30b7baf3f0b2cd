import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { firstScreenOf, guessFirstScreen, noteFirstScreen } from '../../../../electron/first-screen/index.ts';
import { languageFor } from '../../../../renderer/words/words.ts';
import { anAppInfo } from '../../../fakes/app-info.ts';

const { settings } = anAppInfo();
let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waypost-first-screen-'));
});
afterEach(() => rm(folder, { recursive: true }));

const guess = (platform: NodeJS.Platform = 'linux', demo = false) =>
  guessFirstScreen({ folder, locale: 'de-AT', platform, demo });

describe('the first screen', () => {
  it.each([
    ['system', 'de-AT'],
    ['system', 'en-GB'],
    ['system', 'fr'],
    ['en', 'de-AT'],
    ['de', 'en-GB'],
  ] as const)('of the setting %s on a system in %s is in the language of the window', (language, locale) => {
    expect(firstScreenOf({ ...settings, language }, locale).language).toBe(languageFor(language, locale));
  });

  it('is shown ahead neither where a server is set, nor in a language that it was not drawn in', () => {
    expect(firstScreenOf({ ...settings, server: 'mail' }, 'en-GB').language).toBeNull();
    expect(firstScreenOf({ ...settings, language: 'pseudo' }, 'en-GB').language).toBeNull();
  });
});

describe('the guess', () => {
  it('is what the last start has left, in its colours', async () => {
    noteFirstScreen(folder, firstScreenOf({ ...settings, language: 'en', appearance: 'dark' }, 'de-AT'));
    expect(guess()).toEqual({ language: 'en', appearance: 'dark' });
    expect((await stat(join(folder, 'first-screen.json'))).mode & 0o777).toBe(0o600);
    noteFirstScreen(folder, firstScreenOf({ ...settings, server: 'mail' }, 'de-AT'));
    expect(guess()).toEqual({ language: null, appearance: 'system' });
  });

  it('of a very first start is nothing where a policy takes longer to find than the window takes to open', () => {
    expect(guess('win32').language).toBeNull();
    expect(guess('darwin').language).toBeNull();
    expect(guess('win32', true).language).toBe('de');
  });

  it.each(['', '{', 'null', '{"language":"fr","appearance":"dark"}', '{"language":"de","appearance":"../x"}'])(
    'takes no account of a damaged file: %s',
    async (text) => {
      await writeFile(join(folder, 'first-screen.json'), text);
      expect(guess('win32')).toEqual({ language: null, appearance: 'system' });
    },
  );
});
