import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Bundle } from '../../../../electron/support/bundle.ts';
import { createPreviews, makeBundle, readOpened } from '../../../../electron/support/index.ts';
import { type RunEvent, replay } from '../../../../src/run/index.ts';
import { reportSchema } from '../../../../src/run/report/schema.ts';
import { anAppInfo } from '../../../fakes/app-info.ts';
import { recordLabRun } from '../../../fakes/lab-run.ts';

const pem = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n';
const info = anAppInfo({
  settings: { ...anAppInfo().settings, server: 'alice-box', ca: pem },
  policy: {
    ...anAppInfo().policy,
    fields: [{ field: 'ca', value: pem, source: '/home/alice/policy.json on PC-7', locked: true }],
  },
});
const around = { info, homeFolder: '/home/alice', hostName: 'pc-7', now: new Date('2026-11-24T08:05:09.123Z') };

let events: readonly RunEvent[] = [];
beforeAll(async () => {
  events = await recordLabRun(['relay-denied'], { from: 'a.mueller@corp.example', timeout: 10_000 });
}, 30_000);

const bundleOf = (hidePeople: boolean) => makeBundle({ kind: 'events', events: [...events] }, hidePeople, around);

describe('a support bundle', () => {
  it('is named after its time and its run', () => {
    expect(bundleOf(false).fileName).toBe(`waypost-support-20261124-080509-${events[0]?.run.slice(0, 8)}.json`);
  });

  it.each([false, true])('opens again as the run that it was made of (people hidden: %s)', (hidePeople) => {
    const { text } = bundleOf(hidePeople);
    const opened = readOpened(text);
    const { report } = JSON.parse(text);
    expect(reportSchema.safeParse(report).error).toBeUndefined();
    expect(opened).toMatchObject({ kind: 'events' });
    const replayed = replay(opened.kind === 'events' ? opened.events : []);
    expect(replayed).toEqual(report);
    expect(replayed.outcome).toBe('failed');
    expect(replayed.firstFailure).toEqual(replay(events).firstFailure);
  });

  it('says people’s names as long as nobody wants them hidden, but never those of the machine', () => {
    const { text } = bundleOf(false);
    expect(text).toContain('alice@corp.example');
    expect(text).toContain('"source": "~/policy.json on this-computer"');
    expect(text).not.toMatch(/pc-7|\/home\/alice/i);
  });

  it('names nobody when people are to be hidden, and keeps who is who apart', () => {
    const { text } = bundleOf(true);
    expect(text).not.toMatch(/alice|müller|mueller|łukasz|\bbob\b/i);
    expect(text).toContain('person-1@corp.example');
    expect(text).toMatch(/person-\d+@partner\.example/);
    const { user, to } = JSON.parse(text).report.request.options;
    expect(user).toBe('person-1@corp.example');
    expect(to[0]).not.toContain('person-1@');
  });

  it('keeps the names of servers, which a helpdesk has to see', () => {
    const { chain } = JSON.parse(bundleOf(true).text).report;
    expect(chain.name.fqdn).toBe('mail.corp.example');
    expect(chain.domainController.host).toBe('dc1.corp.example');
  });

  it('says how many certificates are trusted, and which settings are locked by whom, not what is in them', () => {
    const { text } = bundleOf(false);
    expect(text).not.toContain('MIIB');
    expect(JSON.parse(text)).toMatchObject({ settings: { certificates: 1 }, policy: [{ field: 'ca', locked: true }] });
  });

  it('is not made of a run that is gone', () => {
    expect(() => makeBundle({ kind: 'unreadable', reason: 'gone' }, false, around)).toThrow('no such run');
  });
});

describe('saving a bundle', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'waypost-bundle-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const bundle = (text: string): Bundle => ({ fileName: 'bundle.json', text });
  const into = (name: string) => () => Promise.resolve(join(folder, name));

  it('writes exactly what was shown, for its owner only', async () => {
    const previews = createPreviews();
    previews.show(bundle('shown'));
    const path = await previews.save(bundle('shown'), into('a.json'));
    expect(path).toBe(join(folder, 'a.json'));
    expect(await readFile(path ?? '', 'utf8')).toBe('shown');
    if (process.platform !== 'win32') expect((await stat(path ?? '')).mode & 0o777).toBe(0o600);
  });

  it('asks nobody and writes nothing for a text or a name that was not shown, or was long ago', async () => {
    const previews = createPreviews();
    let asked = 0;
    const ask = () => {
      asked += 1;
      return into('b.json')();
    };
    for (const text of ['1', '2', '3', '4', '5']) previews.show(bundle(text));
    await expect(previews.save(bundle('other'), ask)).rejects.toThrow('not what the preview showed');
    await expect(previews.save({ fileName: '.profile', text: '5' }, ask)).rejects.toThrow();
    await expect(previews.save(bundle('1'), ask)).rejects.toThrow();
    expect(asked).toBe(0);
    expect(await previews.save(bundle('2'), ask)).not.toBeNull();
  });

  it('writes nothing when the person does not want it after all', async () => {
    const previews = createPreviews();
    previews.show(bundle('shown'));
    expect(await previews.save(bundle('shown'), () => Promise.resolve(null))).toBeNull();
  });
});
