import type { Answer, Judge } from '../session/answer.ts';
import { plainCommand } from '../session/command.ts';
import { type Dialect, mechanismsIn, type Offer, passwordsOf, type Question } from '../session/dialect.ts';

/** IMAP before the sign-in (RFC 9051 6.1, 6.2.1; RFC 3501), as far as it needs no literals. */
export const imap: Dialect = {
  protocol: 'imap',
  greeting: judgeGreeting,
  startTls: question('a1', 'STARTTLS'),
  capabilities: question('a2', 'CAPABILITY'),
  offerOf,
};

/** PREAUTH says that somebody has signed in already, which nobody has. */
function judgeGreeting(line: string): ReturnType<Judge> {
  if (/^\* OK(?: |$)/i.test(line)) return endsInLiteral(line) ? 'garbage' : 'ok';
  return /^\* BYE(?: |$)/i.test(line) ? 'no' : 'garbage';
}

function question(tag: string, command: string): Question {
  const judge: Judge = (line) => {
    const [, own = '', verdict = ''] = /^(\S+) (\S+)/.exec(line) ?? [];
    if (endsInLiteral(line)) return 'garbage';
    if (own === '*') return verdict.toUpperCase() === 'BYE' ? 'no' : 'more';
    if (own !== tag) return 'garbage';
    return ({ OK: 'ok', NO: 'no', BAD: 'no' } as const)[verdict.toUpperCase()] ?? 'garbage';
  };
  return { command: plainCommand(`${tag} ${command}`), judge };
}

/** Nothing that is asked here is answered with one. */
function endsInLiteral(line: string): boolean {
  return /\{\d+\+?\}$/.test(line);
}

function offerOf({ lines }: Answer): Offer {
  const words = lines.flatMap((line) => /^\* CAPABILITY (.*)$/i.exec(line)?.[1]?.split(' ') ?? []);
  const capabilities = [...new Set(words.map((word) => word.toUpperCase()))].filter((word) =>
    /^[!-~]{1,50}$/.test(word),
  );
  const mechanisms = mechanismsIn(capabilities.filter((word) => word.startsWith('AUTH=')).map((word) => word.slice(5)));
  return { capabilities, mechanisms, passwords: passwordsOf(mechanisms, !capabilities.includes('LOGINDISABLED')) };
}
