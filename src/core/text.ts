const bidiControls = '\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069';
const unsafe = new RegExp(
  `[\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029${bidiControls}]|[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]`,
  'g',
);

/** Text of at most `limit` characters, with the cut said. Text that can hold a secret is masked before it is cut. */
export function cutText(text: string, limit = 2_000): string {
  return text.length > limit ? `${text.slice(0, limit)}… (${text.length - limit} more characters)` : text;
}

/** At most `limit` texts, with the rest said. */
export function cutList(texts: readonly string[], limit: number): string[] {
  return texts.length > limit ? [...texts.slice(0, limit), `… (${texts.length - limit} more)`] : [...texts];
}

/**
 * Makes untrusted text safe to show on one line: control codes, bidi overrides and lone surrogates become `\u{…}`,
 * and what is longer than `limit` characters is cut, with the cut said.
 */
export function visible(text: string, limit = 2_000): string {
  return cutText(text, limit).replace(unsafe, (char) => `\\u{${char.charCodeAt(0).toString(16)}}`);
}

/** The same for text of several lines, each kept on a line of its own. */
export function visibleLines(text: string, limit = 20_000): string[] {
  const lines = text
    .slice(0, limit)
    .split(/\r?\n/)
    .map((line) => visible(line));
  return text.length > limit ? [...lines, `… (${text.length - limit} more characters)`] : lines;
}

const unsafeInJson = new RegExp(`[\\u007f-\\u009f\\u2028\\u2029${bidiControls}]`, 'g');

/**
 * JSON in which nothing can steer a terminal or reorder text: what JSON leaves as it is becomes `\uXXXX`. Fractions have
 * three digits: milliseconds down to the microsecond.
 */
export function toJson(value: unknown, indent?: number): string {
  return (JSON.stringify(value, rounded, indent) ?? 'null').replace(
    unsafeInJson,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function rounded(_: string, value: unknown): unknown {
  return typeof value === 'number' && !Number.isInteger(value) ? Math.round(value * 1_000) / 1_000 : value;
}
