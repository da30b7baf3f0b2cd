import { visible } from '../../../../src/core/index.ts';
import type { Words } from '../../../words/words.ts';

/** What a probe does, in words; one of a newer version keeps its id. */
export function probeName(id: string, { probes }: Words['views']): string {
  return known(probes, id);
}

/** A link of the chain in words. */
export function linkName(id: string, { links }: Words['views']): string {
  return known(links, id);
}

/** A goal in words. */
export function goalName(id: string, { goals }: Words['views']): string {
  return known(goals, id);
}

function known(table: Readonly<Record<string, string>>, id: string): string {
  return Object.hasOwn(table, id) ? (table[id] ?? visible(id)) : visible(id, 100);
}
