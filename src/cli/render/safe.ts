import { visible } from '../../core/index.ts';
import type { Report } from '../../run/index.ts';
import type { Style } from './style.ts';

const longest = 2_000;

/**
 * A copy of the report in which no text can steer a terminal: every renderer works on such a copy, so that none of them
 * has to remember it. Where the screen takes only ASCII, other characters become `\u{…}` here, before widths are measured.
 */
export function safeReport(report: Report, style: Style): Report {
  const show = (text: string) => (style.unicode ? visible(text, longest) : asciiOnly(visible(text, longest)));
  // A copy of plain data, text for text: its shape is the report's.
  return JSON.parse(JSON.stringify(report, (_, value) => (typeof value === 'string' ? show(value) : value))) as Report;
}

const lookalikes: Readonly<Record<string, string>> = {
  '’': "'",
  '“': '"',
  '”': '"',
  '–': '-',
  '…': '...',
  '·': '-',
  '→': '->',
  '•': '*',
};

/** Text in ASCII: lookalikes where there are some, the code point where there are none. */
export function asciiOnly(text: string): string {
  return text.replace(
    /[^\u0000-\u007f]/gu,
    (char) => lookalikes[char] ?? `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`,
  );
}
