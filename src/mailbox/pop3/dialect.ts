import type { Answer, Judge } from '../session/answer.ts';
import { plainCommand } from '../session/command.ts';
import { type Dialect, mechanismsIn, type Offer, passwordsOf } from '../session/dialect.ts';

/** POP3 before the sign-in (RFC 1939, RFC 2449 for CAPA, RFC 2595 for STLS). */
export const pop3: Dialect = {
  protocol: 'pop3',
  greeting: judgeLine,
  startTls: { command: plainCommand('STLS'), judge: judgeLine },
  capabilities: { command: plainCommand('CAPA'), judge: judgeList },
  offerOf,
};

/** An answer of one line. */
export function judgeLine(line: string): ReturnType<Judge> {
  if (/^\+OK(?: |$)/i.test(line)) return 'ok';
  if (/^\+(?: |$)/.test(line)) return 'go-on';
  return /^-ERR(?: |$)/i.test(line) ? 'no' : 'garbage';
}

/** An answer that ends in a lone dot when it is a good one. */
function judgeList(line: string, before: readonly string[]): ReturnType<Judge> {
  if (before.length > 0) return line === '.' ? 'ok' : 'more';
  const verdict = judgeLine(line);
  return verdict === 'ok' ? 'more' : verdict === 'no' ? 'no' : 'garbage';
}

/** A server that does not know CAPA knows USER and PASS. */
function offerOf({ verdict, lines }: Answer): Offer {
  if (verdict !== 'ok') return { capabilities: [], mechanisms: [], passwords: 'taken' };
  const capabilities = lines.slice(1, -1).filter((line) => /^[!-~][ -~]{0,100}$/.test(line));
  const words = capabilities.map((line) => line.toUpperCase().split(' '));
  const mechanisms = mechanismsIn(words.filter(([word]) => word === 'SASL').flatMap(([, ...names]) => names));
  return {
    capabilities,
    mechanisms,
    passwords: passwordsOf(
      mechanisms,
      words.some(([word]) => word === 'USER'),
    ),
  };
}
