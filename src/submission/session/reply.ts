import { cutText } from '../../core/index.ts';
import { explainStatus } from '../../problems/index.ts';
import type { ReplyReport } from '../../run/index.ts';

/** A server's reply (RFC 5321 4.2): one code, the texts of its lines. Untrusted. */
export interface Reply {
  readonly code: number;
  readonly lines: readonly string[];
}

/** Characters of a line that are shown; the reader keeps more, so that masking sees a secret whole. */
const shownOfLine = 1_024;

/** The enhanced status code of a reply (RFC 2034, RFC 3463), null when it has none or one of another class. */
export function enhancedCode({ code, lines }: Reply): string | null {
  const found = /^([245])\.(\d{1,3})\.(\d{1,3})(?=[\s:]|$)/.exec(lines[0] ?? '');
  return found && found[1] === String(code).charAt(0) ? found[0] : null;
}

/** A reply for the report: the status code explained, its text on one line. */
export function replyReport(reply: Reply): ReplyReport {
  const enhanced = enhancedCode(reply);
  const meaning = enhanced === null ? null : (explainStatus(enhanced)?.meaning ?? null);
  return { code: reply.code, enhanced, text: textWithout(enhanced, reply), meaning };
}

/** A reply as evidence: as it was said, with the meaning of its status code. */
export function replyEvidence(reply: Reply): string {
  const { code, enhanced, text, meaning } = replyReport(reply);
  const said = [code, enhanced, text].filter((part) => part !== null && part !== '').join(' ');
  return meaning === null ? said : `${said} (${enhanced}: ${meaning})`;
}

/** The lines as they came, for the transcript. */
export function replyLines({ code, lines }: Reply): string[] {
  const last = lines.length - 1;
  return lines.map((text, i) => `${code}${i === last ? ' ' : '-'}${text}`.trimEnd());
}

/** The same reply with every line masked, and only then cut to the length that is shown. */
export function maskedReply({ code, lines }: Reply, mask: (text: string) => string): Reply {
  return { code, lines: lines.map((line) => cutText(mask(line), shownOfLine)) };
}

/** 2 for done, 3 for go on, 4 for not now, 5 for no. */
export function replyClass({ code }: Reply): number {
  return Math.floor(code / 100);
}

/** Servers repeat the enhanced code on every line. */
function textWithout(enhanced: string | null, { lines }: Reply): string {
  const bare = lines.map((line) =>
    enhanced !== null && line.startsWith(enhanced) ? line.slice(enhanced.length).replace(/^[:\s]+/, '') : line,
  );
  return cutText(bare.join(' ').trim());
}
