import { ImapSyntaxError } from './words.ts';

/** Whether a number is in a set such as `1:3,7,9:*` (RFC 9051 9). `*` is the largest that there is. */
export function readSet(text: string, largest: number): (number: number) => boolean {
  const ranges = text.split(',').map((part) => {
    const [, from = '', to = from] = /^(\d{1,10}|\*)(?::(\d{1,10}|\*))?$/.exec(part) ?? [];
    if (from === '') throw new ImapSyntaxError('no set of messages');
    const ends = [from, to].map((end) => (end === '*' ? largest : Number(end)));
    return { first: Math.min(...ends), last: Math.max(...ends) };
  });
  return (number) => ranges.some(({ first, last }) => number >= first && number <= last);
}
