import { domainToASCII } from 'node:url';

const label = /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/i;
const longestName = 253;

/**
 * True for a name that may be asked for: RFC 1035 lengths, letters, digits, hyphens inside, and underscores (services,
 * and many a Windows host); without a final dot, and not an address.
 */
export function isDomainName(text: string): boolean {
  if (text.length > longestName) return false;
  const labels = text.split('.');
  const last = labels[labels.length - 1] ?? '';
  return labels.every((each) => label.test(each)) && !/^\d+$/.test(last);
}

/** True when the name is more than one label: only such a name is ever asked for as it is. */
export function isQualified(name: string): boolean {
  return name.includes('.');
}

/**
 * A name in the one form that is asked for and compared: lower case, A-labels (RFC 5890), without its final dot.
 * Null for what cannot be a domain name.
 */
export function normalizeName(text: string): string | null {
  const bare = text.endsWith('.') ? text.slice(0, -1) : text;
  const ascii = /^[\x00-\x7f]*$/.test(bare) ? bare : toAscii(bare);
  return isDomainName(ascii) ? ascii.toLowerCase() : null;
}

/** The empty string, which is no name, for what IDNA refuses. */
function toAscii(text: string): string {
  // The URL rules behind `domainToASCII` decode percent signs and cut at delimiters: none of these belongs in a name.
  return /[\x00-\x2c\x2f\x3a-\x40\x5b-\x5e\x60\x7b-\x7f]/.test(text) ? '' : domainToASCII(text);
}
