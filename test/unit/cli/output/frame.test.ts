import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeFrame } from '../../../../src/cli/output/frame.ts';
import { liveTree, print, safeReport, widthOf } from '../../../../src/cli/render/index.ts';
import { initialState, linksOf, reduceRun } from '../../../../src/run/index.ts';
import { recordedEvents } from '../../../fakes/recorded-run.ts';
import { refusedChain } from '../../../fakes/sample-chain.ts';

/** As much of a terminal as a frame uses: lines, cursor up, clear to the end of line and screen. No wrapping. */
function screenOf(height: number) {
  const lines: string[] = [''];
  let row = 0;
  const put = (text: string) => {
    for (const [part] of text.matchAll(/\u001b\[\d*[A-Z]|\r|\n|[^\u001b\r\n]+/g)) {
      if (part === '\r') continue;
      if (part === '\n') lines[++row] ??= '';
      else if (/^\u001b\[\d*A$/.test(part)) row = Math.max(0, row - Number(part.slice(2, -1)));
      else if (part === '\u001b[J') lines.splice(row, lines.length, '');
      else if (part !== '\u001b[K') lines[row] = part;
      expect(lines.length - row).toBeLessThanOrEqual(height);
    }
  };
  return { put, text: () => lines.join('\n').trimEnd() };
}

const screen = { rows: 10, columns: 80 };

describe('a frame', () => {
  it('is drawn over itself', () => {
    const fake = screenOf(10);
    const frame = makeFrame();
    fake.put('before\n');
    for (const word of ['one', 'two', 'three']) fake.put(frame.draw([word, 'last'], [3, 4], screen));
    expect(fake.text()).toBe('before\nthree\nlast');
  });

  it('leaves its place to what comes after', () => {
    const fake = screenOf(10);
    const frame = makeFrame();
    fake.put('before\n');
    fake.put(frame.draw(['one', 'two'], [3, 3], screen));
    fake.put(`${frame.erase(screen)}final\n`);
    expect(fake.text()).toBe('before\nfinal');
  });

  it('never reaches above what a low window shows', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 8 }),
        fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1 }),
        (rows, sizes) => {
          const fake = screenOf(rows);
          const frame = makeFrame();
          for (const size of sizes) {
            const lines = Array.from({ length: size }, (_, i) => String(i));
            fake.put(
              frame.draw(
                lines,
                lines.map(() => 1),
                { rows, columns: 80 },
              ),
            );
          }
        },
      ),
    );
  });

  it('goes back over lines that a narrowed window has broken', () => {
    const frame = makeFrame();
    frame.draw(['a', 'b'], [70, 30], screen);
    expect(frame.draw(['a', 'b'], [30, 30], { rows: 24, columns: 35 })).toMatch(/^\r\u001b\[3A\u001b\[J/);
  });
});

describe('the tree while it grows', () => {
  it('does not take preparations for the beginning of a link', () => {
    const events = recordedEvents([
      { id: 'dc.locate', startedAt: 20 },
      { id: 'os.trust', startedAt: 5, duration: 10 },
      { id: 'ldap.sign-in', startedAt: 30 },
    ]);
    const until = events.findIndex((event) => event.type === 'probe-started' && event.probe === 'ldap.sign-in');
    const { report } = events.slice(0, until).reduce(reduceRun, initialState);
    const style = { columns: 60, color: false, unicode: true };
    expect(liveTree(report, 40, style).map((line) => print(line, style))[1]).toBe('user');
  });

  const style = { columns: 60, color: false, unicode: true };

  it('has the same lines in the same order from the first event on, none wider than the window', () => {
    let state = initialState;
    const ids: string[] = [];
    for (const event of recordedEvents(refusedChain, { outcome: 'failed' })) {
      state = reduceRun(state, event);
      ids.push(
        linksOf(state.report)
          .map(({ id }) => id)
          .join(' '),
      );
      for (const line of liveTree(safeReport(state.report, style), event.at, style)) {
        expect(widthOf(line)).toBeLessThanOrEqual(style.columns);
      }
    }
    expect(new Set(ids)).toEqual(new Set(['dns dc ldap relay message']));
  });

  it('marks what runs and counts its time', () => {
    const events = recordedEvents(refusedChain).slice(0, 4);
    const { report } = events.reduce(reduceRun, initialState);
    const [first] = liveTree(report, 1_404, style).map((line) => print(line, style));
    expect(first).toBe('mail    ◌ looking the name up…                         1.4 s');
  });
});
