import type { Line } from './line.ts';
import { displayWidth } from './width.ts';
import { wrap } from './wrap.ts';

export interface FactList {
  readonly title: string;
  /** Name and value; what has no value is left out. */
  readonly facts: readonly (readonly [name: string, value: string])[];
}

const indent = 2;
const gap = 2;

/** Names and values, one pair a line. */
export function factLines({ title, facts }: FactList, width: number): Line[] {
  const known = facts.filter(([, value]) => value !== '');
  if (known.length === 0) return [];
  const column = Math.max(...known.map(([name]) => displayWidth(name))) + indent + gap;
  return [[], [{ text: title, tone: 'strong' }], ...known.flatMap(([name, value]) => pair(name, value, column, width))];
}

function pair(name: string, value: string, column: number, width: number): Line[] {
  const label = ' '.repeat(indent) + name + ' '.repeat(column - indent - displayWidth(name));
  const [, ...more] = wrap(value, width, column);
  const first = wrap(value, width - column)[0] ?? [];
  return [[{ text: label, tone: 'quiet' }, ...first], ...more];
}
