/**
 * Whether a text can be an IP address at all. Ask this before `isIP`, whose first look at a name compiles a large pattern:
 * 15 ms, in the middle of a run.
 */
export function mayBeAddress(text: string): boolean {
  return text.includes(':') || /^[\d.]+$/.test(text);
}

/** Which family a text belongs to that is known to be an IP address. */
export function familyOf(address: string): 4 | 6 {
  return address.includes(':') ? 6 : 4;
}
