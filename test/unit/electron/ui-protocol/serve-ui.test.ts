import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { contentSecurityPolicy, fileFor, uiServer } from '../../../../electron/ui-protocol/index.ts';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waypost-ui-'));
  await mkdir(join(folder, 'ui', 'parts'), { recursive: true });
  await writeFile(join(folder, 'ui', 'index.html'), '<!doctype html>');
  await writeFile(join(folder, 'ui', 'first-de.html'), '<input type="text" name="user" value=""/>');
  await writeFile(join(folder, 'ui', 'parts', 'en-ABC.js'), 'export {}');
  await writeFile(join(folder, 'ui', 'main.js'), 'export {}');
  await writeFile(join(folder, 'ui', 'notes.txt'), 'not part of the user interface');
  await writeFile(join(folder, 'secret.js'), 'outside');
});

afterAll(() => rm(folder, { recursive: true }));

const get = (url: string, method = 'GET') => uiServer(join(folder, 'ui')).serve({ url, method });

it('serves the files of the user interface with their type', async () => {
  const page = get('app://waypost/index.html');
  expect(page.statusCode).toBe(200);
  expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
  expect(page.data.toString()).toBe('<!doctype html>');
  const part = get('app://waypost/parts/en-ABC.js?again#there');
  expect(part.headers['content-type']).toBe('text/javascript; charset=utf-8');
});

it('serves the first screen that was drawn ahead, with a suggested name as nothing but text', async () => {
  const opening = { language: 'de' as const, user: 'a"><script>$1&b' };
  const { data, headers } = uiServer(join(folder, 'ui'), () => opening).serve({
    url: 'app://waypost/index.html',
    method: 'GET',
  });
  expect(data.toString()).toBe('<input type="text" name="user" value="a&quot;&gt;&lt;script&gt;$1&amp;b"/>');
  expect(headers['content-security-policy']).toBe(contentSecurityPolicy);
});

it('sends the content security policy and nosniff with everything, with nothing as well', async () => {
  for (const path of ['index.html', 'parts/en-ABC.js', 'missing.js', 'notes.txt']) {
    const { headers } = get(`app://waypost/${path}`);
    expect(headers['content-security-policy']).toBe(contentSecurityPolicy);
    expect(headers['x-content-type-options']).toBe('nosniff');
  }
});

it('allows no inline script, no inline style, no eval and no connection', () => {
  expect(contentSecurityPolicy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self' 'sha256-[^']+'; /);
  expect(contentSecurityPolicy).toContain("connect-src 'none'");
  expect(contentSecurityPolicy).toContain("require-trusted-types-for 'script'");
  expect(contentSecurityPolicy).not.toMatch(/unsafe|https?:|\*|blob:/);
});

it.each([
  'app://waypost/missing.js',
  'app://waypost/',
  'app://waypost',
  'app://waypost/notes.txt',
  'app://waypost/../secret.js',
  'app://waypost/..%2fsecret.js',
  'app://waypost/parts/..\\..\\secret.js',
  'app://waypost/parts//en-ABC.js',
  'app://waypost/.hidden.js',
  'app://waypost/C:/secret.js',
  'app://waypost/index.html.constructor',
  'app://waypost.example/index.html',
  'app://other/index.html',
  'https://waypost/index.html',
])('does not serve %s', async (url) => {
  expect(get(url).statusCode).toBe(404);
});

it('answers to nothing but GET', async () => {
  for (const method of ['POST', 'HEAD', 'PUT']) expect(get('app://waypost/index.html', method).statusCode).toBe(404);
});

it('tells when the page has been given its first script', async () => {
  const { serve, given } = uiServer(join(folder, 'ui'));
  let isGiven = false;
  void given.then(() => {
    isGiven = true;
  });
  serve({ url: 'app://waypost/index.html', method: 'GET' });
  await Promise.resolve();
  expect(isGiven).toBe(false);
  serve({ url: 'app://waypost/main.js', method: 'GET' });
  await given;
});

it('never leaves its folder, whatever the address', () => {
  const piece = fc.oneof(
    fc.constantFrom('..', '.', '%2e%2e', '\\', '/', ':', '%00', '\0', 'ui', 'secret.js', '..%5c', '%2f', '....', '~'),
    fc.string({ maxLength: 8 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), fc.constantFrom('', '.js', '.html'), (pieces, ending) => {
      const served = fileFor(`app://waypost/${pieces.join('/')}${ending}`, '/app/ui');
      if (served !== null) expect(served.path).toMatch(/^\/app\/ui(\/\w[\w.-]*)+$/);
    }),
    { numRuns: 5_000, seed: 1 },
  );
});
