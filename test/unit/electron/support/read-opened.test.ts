import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readOpened } from '../../../../electron/support/index.ts';
import { toJson } from '../../../../src/core/index.ts';
import { replay } from '../../../../src/run/index.ts';
import { anyText } from '../../../fakes/any-text.ts';
import { recordedEvents } from '../../../fakes/recorded-run.ts';
import { soundChain } from '../../../fakes/sample-chain.ts';

const events = recordedEvents(soundChain);
const lines = events.map((event) => toJson(event));
const report = replay(events);

function reasonOf(text: string): string {
  const opened = readOpened(text);
  return opened.kind === 'unreadable' ? opened.reason : opened.kind;
}

describe('a file that somebody opens', () => {
  it.each([
    ['as it was printed', `${lines.join('\n')}\n`],
    ['with the line ends of Windows, and a mark that it is Unicode', `\uFEFF${lines.join('\r\n')}\r\n`],
    ['inside a support bundle', toJson({ kind: 'waypost-support', version: 1, report, events }, 2)],
  ])('replays a run %s', (_how, text) => {
    expect(readOpened(text)).toEqual({ kind: 'events', events });
  });

  it('replays a run that lost the end of its last line on the way, as far as it goes', () => {
    expect(readOpened(lines.join('\n').slice(0, -20))).toEqual({ kind: 'events', events: events.slice(0, -1) });
  });

  it('replays a run of which nothing but its start is left', () => {
    expect(readOpened(lines[0] ?? '')).toEqual({ kind: 'events', events: events.slice(0, 1) });
  });

  it('shows the end of a run that only its report is left of', () => {
    expect(readOpened(toJson(report, 2))).toEqual({ kind: 'report', report });
  });

  it.each([
    ['nothing', '', 'not-json'],
    ['a letter', 'Dear helpdesk,', 'not-json'],
    ['half a report', toJson(report).slice(0, 200), 'not-json'],
    ['somebody else’s JSON', '{"name":"x","probes":1}', 'not-ours'],
    ['a list', '[]', 'not-ours'],
    ['a report without its chain', toJson({ ...report, chain: 7 }), 'not-ours'],
    ['two runs after one another', [...lines, ...lines].join('\n'), 'not-ours'],
    ['a run with a hole', lines.filter((_, i) => i !== 3).join('\n'), 'not-ours'],
    ['events without their start', lines.slice(1).join('\n'), 'not-ours'],
    ['a foreign line in the middle', [lines[0], 'x', ...lines.slice(1)].join('\n'), 'not-ours'],
    ['a bundle whose events are none', toJson({ kind: 'waypost-support', version: 1, events: [1] }), 'not-ours'],
    ['a report of a later program', toJson({ ...report, version: 2 }), 'newer-version'],
    ['events of a later program', toJson({ ...events[0], version: 2 }), 'newer-version'],
    ['a bundle of a later program', toJson({ kind: 'waypost-support', version: 2 }), 'newer-version'],
    ['more than anybody reports', ' '.repeat(67_108_865), 'too-large'],
    ['a report with an endless text', toJson({ ...report, waypost: 'x'.repeat(20_001) }), 'too-large'],
  ])('says what is wrong with %s', (_what, text, reason) => {
    expect(reasonOf(text)).toBe(reason);
  });

  it('never makes the program fall, whatever is in it', () => {
    fc.assert(fc.property(fc.oneof(fc.json(), anyText(), fc.string()), (text) => reasonOf(text).startsWith('not-')));
  });
});
