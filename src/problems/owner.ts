import type { Owner, Problem } from '../core/index.ts';
import { catalogue, isKnownCode } from './catalogue/index.ts';

/** Who can fix it. */
export function ownerOf({ code, owner }: Problem): Owner {
  return owner ?? (isKnownCode(code) ? catalogue[code].owner : 'user');
}
