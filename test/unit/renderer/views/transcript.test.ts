import { expect, it } from 'vitest';
import {
  choicesOf,
  chosenLines,
  type Line,
  transcriptText,
} from '../../../../renderer/diagnosis/views/transcript/lines.ts';
import { rowWindow } from '../../../../renderer/diagnosis/views/transcript/window.ts';

const line = (text: string, changes: Partial<Line> = {}): Line => ({
  at: 140,
  protocol: 'smtp',
  peer: '10.1.2.3:587',
  direction: 'sent',
  text,
  ...changes,
});

const lines = [
  line('EHLO [10.0.0.5]'),
  line('250 ok', { at: 145.2, direction: 'received' }),
  line('BindRequest', { protocol: 'ldap', peer: '10.1.0.1:636' }),
];

it('offers the peers of the chosen protocol only', () => {
  expect(choicesOf(lines, null)).toEqual({ protocols: ['smtp', 'ldap'], peers: ['10.1.2.3:587', '10.1.0.1:636'] });
  expect(choicesOf(lines, 'ldap').peers).toEqual(['10.1.0.1:636']);
});

it('shows the lines of one protocol and one peer', () => {
  expect(chosenLines(lines, { protocol: 'ldap', peer: null })).toEqual([lines[2]]);
  expect(chosenLines(lines, { protocol: null, peer: '10.1.2.3:587' })).toEqual(lines.slice(0, 2));
});

it('copies lines whole, with the peer where another one speaks', () => {
  expect(transcriptText(lines)).toBe(
    [
      'smtp 10.1.2.3:587',
      '    0.140 → EHLO [10.0.0.5]',
      '    0.145 ← 250 ok',
      'ldap 10.1.0.1:636',
      '    0.140 → BindRequest',
    ].join('\n'),
  );
});

it('copies nothing that could steer a terminal', () => {
  expect(transcriptText([line('220 \u001b[31mred\u202e')])).toContain('220 \\u{1b}[31mred\\u{202e}');
});

it('draws what is in sight of thousands of lines, and keeps the room of the others', () => {
  const sizes = { count: 10_000, rowHeight: 20, height: 400, open: null };
  const { from, to, above, below } = rowWindow({ ...sizes, scrollTop: 100_000 });
  expect(to - from).toBeLessThan(80);
  expect(from).toBeLessThanOrEqual(5_000);
  expect(to).toBeGreaterThanOrEqual(5_020);
  expect(above + (to - from) * 20 + below).toBe(200_000);
});

it.each([0, 90_000, 100_100, 100_300, 100_500, 199_900])(
  'keeps the whole height while one line is shown whole, scrolled to %i',
  (scrollTop) => {
    const open = { row: 5_000, extra: 300 };
    const { from, to, above, below } = rowWindow({ count: 10_000, rowHeight: 20, height: 400, open, scrollTop });
    const drawn = (to - from) * 20 + (from <= open.row && open.row < to ? open.extra : 0);
    expect(above + drawn + below).toBe(200_300);
    expect(above).toBeLessThanOrEqual(scrollTop);
    expect(above + drawn).toBeGreaterThanOrEqual(Math.min(scrollTop + 400, 200_300));
  },
);
