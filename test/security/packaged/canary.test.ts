// Threat: a password is left behind: in a log, a saved run, a settings file, a crash dump, an argument list, an
// environment. A marked one goes through a whole run, and is then looked for everywhere, in every form it could have.
import { readdir, readFile, stat } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { familyOf } from '../../bench/app/family.ts';
import { type App, launch } from '../../e2e/desktop.ts';
import { breakWorld, setUp } from '../../e2e/person.ts';

let app: App;
afterEach(() => app.close());

const canary = 'Canary?pä55/word+Z9';

it.each([[[]], [['relay-password']], [['relay-silent']]])(
  'with the world broken by %j, no form of it is left anywhere',
  async (faults) => {
    app = await launch({ args: ['--demo'] });
    const { page } = app;
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    await breakWorld(page, ...faults);
    await setUp(page, { user: 'alice@corp.example', password: canary });
    await page
      .getByText(/The password was tried once|Your mail is not set up yet|wants its own password/)
      .first()
      .waitFor({ timeout: 45_000 });

    const runs = await page.evaluate(() => window.waypost.call('history.list'));
    expect(runs.length).toBeGreaterThan(0);
    const [{ run } = { run: '' }] = runs;
    const bundle = await page.evaluate(
      (id) => window.waypost.call('bundle.preview', { run: id, hidePeople: false }),
      run,
    );
    const info = await page.evaluate(() => window.waypost.call('app.info'));
    const opened = await page.evaluate(wholeRun, run);
    const markup = await page.content();
    const fields = await page.evaluate(() => [...document.querySelectorAll('input')].map(({ value }) => value));

    const texts = new Map<string, Buffer>([
      ['the bundle', Buffer.from(bundle.text)],
      ['the answers', Buffer.from(JSON.stringify([info, opened, fields]))],
      ['the page', Buffer.from(markup)],
      ['the console', Buffer.from(said.join('\n') + app.output())],
    ]);
    for (const pid of await familyOf(app.process.pid ?? 0)) {
      for (const name of ['cmdline', 'environ']) {
        texts.set(`${name} of ${pid}`, await readFile(`/proc/${pid}/${name}`).catch(() => Buffer.alloc(0)));
      }
    }
    for (const folder of [app.userData, join(homedir(), '.config', 'Waypost'), join(homedir(), '.config', 'waypost')]) {
      for (const file of await filesIn(folder)) texts.set(file, await readFile(file).catch(() => Buffer.alloc(0)));
    }
    for (const name of await readdir(tmpdir())) {
      if (name.toLowerCase().includes('waypost-demo')) {
        for (const file of await filesIn(join(tmpdir(), name)))
          texts.set(file, await readFile(file).catch(() => Buffer.alloc(0)));
      }
    }
    const found = [...texts].flatMap(([where, text]) =>
      forms(canary)
        .filter(([, bytes]) => text.includes(bytes))
        .map(([form]) => `${form} in ${where}`),
    );
    expect(found).toEqual([]);
  },
);

it('would be found, if it were there', () => {
  for (const [, bytes] of forms(canary)) {
    expect(forms(canary).some(([, other]) => Buffer.concat([Buffer.from('x'), bytes]).includes(other))).toBe(true);
  }
});

function forms(text: string): readonly (readonly [string, Buffer])[] {
  const utf8 = Buffer.from(text);
  // Base64 of a text inside another one begins at one of three places: what all three have in common is looked for.
  const shifted = [0, 1, 2].map((shift) =>
    Buffer.concat([Buffer.alloc(shift), utf8])
      .toString('base64')
      .slice(shift === 0 ? 0 : 4, -4),
  );
  const ascii = (form: string) => Buffer.from(form, 'latin1');
  return [
    ['plain', utf8],
    ['Latin-1', Buffer.from(text, 'latin1')],
    ['UTF-16 LE', Buffer.from(text, 'utf16le')],
    ['UTF-16 BE', Buffer.from(text, 'utf16le').swap16()],
    ['hex', ascii(utf8.toString('hex'))],
    ['HEX', ascii(utf8.toString('hex').toUpperCase())],
    ['URL', ascii(encodeURIComponent(text))],
    ...shifted.map((part, i) => [`base64 at ${i}`, ascii(part)] as const),
  ];
}

async function filesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  const all = await Promise.all(
    names.map(async (name) => {
      const path = join(folder, name);
      const kind = await stat(path).catch(() => null);
      if (kind?.isDirectory()) return filesIn(path);
      return kind?.isFile() ? [path] : [];
    }),
  );
  return all.flat();
}

/** Runs inside the window. → all parts that it can get of a run. */
async function wholeRun(id: string): Promise<unknown[]> {
  const opened = await window.waypost.call('history.open', id);
  const parts: unknown[] = [opened];
  let more = opened.kind === 'events' ? opened.more : null;
  while (more !== null) {
    const part = await window.waypost.call('opened.more', more);
    parts.push(part);
    more = part?.more ?? null;
  }
  return parts;
}
