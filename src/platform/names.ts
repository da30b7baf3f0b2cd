import { domainToASCII } from 'node:url';
import { isStronger } from './origin.ts';
import type { SearchSuffix } from './os-dns-config.ts';

/** Underscores are not host names but occur in real Active Directory domains. */
const LABEL = /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/;
const MAX_NAME_LENGTH = 253;
const MAX_EXCERPT_LENGTH = 60;

/**
 * A DNS suffix in the one form that the rest of Waypost compares: lower case, A-labels (RFC 5890), no leading or
 * trailing dot. Null for anything that cannot be a suffix: the bare root, an address, an over-long name or label.
 */
export function toSuffix(text: string): string | null {
  const trimmed = text.trim();
  // The conversion of international names drops some of these in silence.
  if (/[\u0000-\u001f\u007f-\u009f]/.test(trimmed)) return null;
  const bare = trimmed.replace(/^\./, '').replace(/\.$/, '');
  const ascii = /^[\x20-\x7e]*$/.test(bare) ? bare.toLowerCase() : domainToASCII(bare);
  if (ascii === '' || ascii.length > MAX_NAME_LENGTH) return null;
  const labels = ascii.split('.');
  if (!labels.every((label) => LABEL.test(label))) return null;
  // A last label of digits means that somebody wrote an address where a domain belongs.
  return /^\d+$/.test(labels[labels.length - 1] ?? '') ? null : ascii;
}

/** How many labels a suffix in its normal form has. */
export function labelCount(suffix: string): number {
  return suffix.split('.').length;
}

/** True for `domain` itself and for names below it, both in normal form. */
export function isWithin(name: string, domain: string): boolean {
  return name === domain || name.endsWith(`.${domain}`);
}

/** Each suffix once: at its first place in the order, with the strongest origin that any source gave it. */
export function uniqueSuffixes(list: readonly SearchSuffix[]): SearchSuffix[] {
  const bySuffix = new Map<string, SearchSuffix>();
  for (const entry of list) {
    const known = bySuffix.get(entry.suffix);
    if (known === undefined || isStronger(entry.origin, known.origin)) bySuffix.set(entry.suffix, entry);
  }
  return [...bySuffix.values()];
}

/** A short, single-line quotation of outside text for a note. */
export function excerpt(text: string): string {
  const line = text.replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ').trim();
  return line.length > MAX_EXCERPT_LENGTH ? `${line.slice(0, MAX_EXCERPT_LENGTH)}…` : line;
}
