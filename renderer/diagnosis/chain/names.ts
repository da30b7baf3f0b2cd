import type { Words } from '../../words/words.ts';
import { linkName, probeName } from '../views/shared/names.ts';

/** A link or one of its probes in words. A probe's id has the link's before its dot. */
export function nameOf(id: string, { views }: Words): string {
  return isLink(id) ? linkName(id, views) : probeName(id, views);
}

export function isLink(id: string): boolean {
  return !id.includes('.');
}
