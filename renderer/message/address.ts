import type { Flaw } from '../../src/core/flaw.ts';

const control = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;
// RFC 5321 4.1.2 with the characters of RFC 6531; blanks and marks of a list belong to what stands around an address.
const dotString = /^[^\s"(),:;<>@[\\\]]+$/;
const quotedString = /^"([^"\\]|\\.)*"$/;
const label = /^[\p{L}\p{N}_]([\p{L}\p{N}_-]{0,61}[\p{L}\p{N}_])?$/u;

/** What is wrong with a mail address at first sight; null when nothing is. The main process and the engine look closer. */
export function addressFlaw(text: string): Flaw | null {
  const at = text.lastIndexOf('@');
  if (at < 1) return 'not-an-address';
  const local = text.slice(0, at);
  if (control.test(text)) return 'something-around-address';
  if (!isLocalPart(local)) return flawOfLocal(local);
  if (text.length > 320) return 'address-too-long';
  const isDomain = text
    .slice(at + 1)
    .split('.')
    .every((part) => label.test(part));
  return isDomain ? null : 'address-without-domain';
}

/**
 * The addresses in what was typed or pasted: separated by commas, semicolons, blanks or line ends. What stands around
 * an address, as in `Pat <pat@partner.example>`, is left out.
 */
export function addressesIn(text: string): string[] {
  return text
    .replace(/"[^"]*"\s*(?=<)/g, '')
    .split(/[,;\r\n\t]+/)
    .flatMap((part) => part.match(/<([^<>]+@[^<>]+)>/)?.[1] ?? part.trim().split(/\s+/))
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function isLocalPart(text: string): boolean {
  if (quotedString.test(text)) return true;
  return dotString.test(text) && text.split('.').every((part) => part !== '');
}

function flawOfLocal(local: string): Flaw {
  return dotString.test(local) ? 'address-dots' : 'something-around-address';
}
