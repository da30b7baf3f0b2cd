/** How much of a value is still looked at. */
export interface Sizes {
  /** Levels of lists and objects. */
  readonly depth: number;
  /** Characters of one text, names of fields included. */
  readonly text: number;
  /** Entries of one list, or fields of one object. */
  readonly list: number;
  /** Characters of all texts together; each entry counts as one more. */
  readonly whole: number;
}

/** Whether a value stays within the sizes; nothing that it is made of is believed before. Ends early, never throws. */
export function isWithin(value: unknown, { depth, text, list, whole }: Sizes): boolean {
  let left = whole;
  const takes = (part: string) => {
    left -= part.length + 1;
    return part.length <= text && left >= 0;
  };
  const fits = (part: unknown, level: number): boolean => {
    if (typeof part === 'string') return takes(part);
    if (typeof part !== 'object' || part === null) return typeof part !== 'function' && --left >= 0;
    if (level >= depth) return false;
    const entries = Array.isArray(part) ? part : Object.values(part);
    const names = Array.isArray(part) ? [] : Object.keys(part);
    return entries.length <= list && names.every(takes) && entries.every((entry) => fits(entry, level + 1));
  };
  return fits(value, 0);
}
