import { expect, it } from 'vitest';
import { statusMeaning } from '../../../../renderer/diagnosis/views/shared/status-meaning.ts';
import { titleOfCode } from '../../../../renderer/diagnosis/views/shared/title-of-code.ts';
import { tsv } from '../../../../renderer/diagnosis/views/shared/tsv.ts';
import { whyNothing } from '../../../../renderer/diagnosis/views/shared/why-nothing.ts';
import { loadWords } from '../../../../renderer/words/words.ts';
import { type RecordedProbe, recordedReport } from '../../../fakes/recorded-run.ts';

const [english, german] = await Promise.all([loadWords('en'), loadWords('de')]);

it.each(['=1+1', '+1', '-1', '@SUM(A1)', ' =1+1', '\t=1+1', '\uff1d1+1'])(
  'copies no cell that a spreadsheet takes for a formula: %j',
  (text) => {
    expect(tsv([[text]])).toMatch(/^'/);
  },
);

it('copies a table that keeps its cells, whatever a server puts into them', () => {
  expect(
    tsv([
      ['a', 'b'],
      ['x\ty', 'line\r\nbreak'],
    ]),
  ).toBe('a\tb\nx y\tline break');
});

it('says what an enhanced status code stands for in the language that is spoken', () => {
  expect(statusMeaning({ enhanced: '5.7.1' }, german)).toBe(german.views.statuses['7.1']);
  expect(statusMeaning({ enhanced: '4.2.99' }, english)).toBe(english.views.statuses['2.0']);
  expect(statusMeaning({ enhanced: '5.toString.1' }, english)).toBe('');
  expect(statusMeaning({ enhanced: null }, english)).toBe('');
});

it('names a problem of which only the code was kept, without guessing its details', () => {
  const title = titleOfCode('smtp.relay-denied', { host: 'mail.corp.example' }, { language: 'en' });
  expect(title).toContain('mail.corp.example');
  expect(title).toContain('…');
  expect(title).not.toMatch(/[{?}]/);
  expect(titleOfCode('future.code', {}, { language: 'de' })).toBe('future.code');
});

const needs = (probe: string) => ({ outcome: 'skipped', because: { kind: 'needs', probe } }) as const;
const asked = 'not asked in this run';

it.each<{ name: string; probes: readonly RecordedProbe[]; says: string }>([
  { name: 'a step that the run has not', probes: [], says: asked },
  {
    name: 'a sign-in that failed, two steps before',
    probes: [
      { id: 'ldap.sign-in', outcome: 'failed' },
      { id: 'relay.sign-in', ...needs('ldap.sign-in') },
      { id: 'relay.permission', ...needs('relay.sign-in') },
    ],
    says: english.views.nothing.signInFailed,
  },
  {
    name: 'another step that failed before',
    probes: [
      { id: 'relay.reach', outcome: 'failed' },
      { id: 'relay.permission', ...needs('relay.reach') },
    ],
    says: english.views.nothing.because(english.views.probes['relay.reach']),
  },
  {
    name: 'a step that nobody wanted',
    probes: [{ id: 'relay.permission', outcome: 'skipped', because: { kind: 'not-requested' } }],
    says: asked,
  },
  { name: 'a step without a result', probes: [{ id: 'relay.permission' }], says: english.views.nothing.noAnswer },
])('tells why there is nothing: $name', ({ probes, says }) => {
  expect(whyNothing(recordedReport(probes), 'relay.permission', asked, english)).toBe(says);
});
