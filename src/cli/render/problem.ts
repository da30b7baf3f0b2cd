import type { Owner, Problem } from '../../core/index.ts';
import { describe, explainStatus, type Severity } from '../../problems/index.ts';
import type { Line, Tone } from './line.ts';
import { wrap } from './wrap.ts';

const who: Readonly<Record<Owner, string>> = {
  user: 'You can fix this',
  dns: 'DNS administrators fix this',
  directory: 'Directory administrators fix this',
  mail: 'Mail administrators fix this',
  network: 'Network administrators fix this',
};

const tones: Readonly<Record<Severity, Tone>> = {
  error: 'bad',
  decision: 'warning',
  warning: 'warning',
  notice: 'quiet',
};

interface Place {
  readonly columns: number;
  readonly indent: number;
  /** Whether to show what the servers said, too. */
  readonly verbose: boolean;
  /** One of several in this place: its beginning is marked. */
  readonly several: boolean;
}

const bullet = '* ';

/** A problem in words: what happened, what it means, who fixes it and how, and the options that would help. */
export function problemLines(problem: Problem, { columns, indent, verbose, several }: Place): Line[] {
  const { title, meaning, todo, owner, severity } = describe(problem);
  const heading = `${several ? bullet : ''}${title}${statusOf(problem)}.`;
  const start = several ? Math.max(0, indent - bullet.length) : indent;
  const paragraph = (text: string, tone?: Tone) => (text === '' ? [] : wrap(text, columns, indent, indent, tone));
  const evidence = (text: string) => wrap(text, columns, indent, indent + 2, 'quiet');
  return [
    ...wrap(heading, columns, start, indent, tones[severity]),
    ...paragraph(severity === 'notice' && !verbose ? '' : meaning),
    ...paragraph(
      severity === 'notice' || todo === ''
        ? ''
        : `${severity === 'decision' && owner === 'user' ? 'You decide' : who[owner]}: ${todo}`,
    ),
    ...optionsOf(problem).flatMap((option) => wrap(option, columns, indent + 2, indent + 4)),
    ...(verbose ? evidenceOf(problem).flatMap(evidence) : []),
  ];
}

const statusCode = /\b[245]\d\d[ -]([245]\.\d{1,3}\.\d{1,3})\b/;

/** The status code in a mail server's reply, with its meaning, where the evidence holds one (RFC 3463). */
function statusOf({ code, evidence }: Problem): string {
  const found = code.startsWith('smtp.') ? statusCode.exec(evidence.join('\n')) : null;
  if (found === null) return '';
  const meaning = explainStatus(found[1] ?? '')?.meaning;
  return ` (${found[0]}${meaning ? `: ${meaning}` : ''})`;
}

/** The options of a new run that would answer or avoid a problem, ready to be copied. */
function optionsOf({ remedies }: Problem): string[] {
  return remedies.map(({ option, value }) => `--${option} ${shellWord(value)}`);
}

/** Quoted as much as a shell needs it. */
function shellWord(value: string): string {
  return /^[\w@%+=:,./-]+$/.test(value) ? value : `'${value.replaceAll("'", "'\\''")}'`;
}

function evidenceOf(problem: Problem): string[] {
  const own = problem.evidence.map((text) => `Evidence: ${text}`);
  return problem.cause ? [...own, `Cause: ${describe(problem.cause).title}`, ...evidenceOf(problem.cause)] : own;
}
