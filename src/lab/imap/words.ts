/** What follows a tag in a command: atoms, strings and literals as they are meant, and lists of these. */
export type Word = string | readonly Word[];

/** The client has sent what is no IMAP. */
export class ImapSyntaxError extends Error {}

const deepest = 20;

/** The words of a command (RFC 9051 4), literals included. Throws ImapSyntaxError. */
export function wordsOf(command: string): readonly Word[] {
  const [words, end] = readWords(command, 0, 0);
  if (end < command.length) throw new ImapSyntaxError('a list ends that did not begin');
  return words;
}

export function textOf(word: Word | undefined): string {
  if (typeof word === 'string') return word;
  throw new ImapSyntaxError('a word is missing');
}

/** An atom can hold brackets with anything in them: `BODY[HEADER.FIELDS (DATE)]`. */
const atom = /(?:[^\s()"{[]|\[[^\]]*\])+/y;
const quoted = /"((?:[^"\\]|\\["\\])*)"/y;
const literal = /\{(\d+)\+?\}\r\n/y;

type Read<T> = readonly [value: T, end: number];

function readWords(text: string, start: number, depth: number): Read<readonly Word[]> {
  if (depth > deepest) throw new ImapSyntaxError('lists are nested too deeply');
  const words: Word[] = [];
  let at = start;
  while (at < text.length && text[at] !== ')') {
    if (text[at] === ' ') {
      at += 1;
      continue;
    }
    const [word, end] = text[at] === '(' ? readList(text, at, depth) : readString(text, at);
    words.push(word);
    at = end;
  }
  return [words, at];
}

function readList(text: string, start: number, depth: number): Read<Word> {
  const [list, end] = readWords(text, start + 1, depth + 1);
  if (text[end] !== ')') throw new ImapSyntaxError('a list does not end');
  return [list, end + 1];
}

function readString(text: string, start: number): Read<Word> {
  const at = (pattern: RegExp) => {
    pattern.lastIndex = start;
    return pattern.exec(text);
  };
  const string = at(quoted);
  if (string !== null) return [(string[1] ?? '').replace(/\\(.)/g, '$1'), start + string[0].length];
  const counted = at(literal);
  if (counted !== null) {
    const first = start + counted[0].length;
    const end = first + Number(counted[1]);
    return [text.slice(first, end), end];
  }
  const word = at(atom)?.[0];
  if (word === undefined) throw new ImapSyntaxError('a word cannot be read');
  return [word, start + word.length];
}
