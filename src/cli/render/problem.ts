import type { Owner, Problem } from '../../core/index.ts';
import { describe, explainStatus, type Severity } from '../../problems/index.ts';
import type { Line, Tone } from './line.ts';
import { wrap } from './wrap.ts';

const who: Readonly<Record<Owner, string>> = {
  user: 'You',
  dns: 'DNS administrators',
  directory: 'Directory administrators',
  mail: 'Mail administrators',
  network: 'Network administrators',
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
  /** Nothing before it is broken: it may be shown as loudly as it is grave. */
  readonly loud: boolean;
}

const bullet = '* ';

/**
 * A problem in words: what happened, what it means, who fixes it and how, the options that would help, and what the mail
 * server said to it.
 */
export function problemLines(problem: Problem, { columns, indent, verbose, several, loud }: Place): Line[] {
  const { title, meaning, todo, owner, severity } = describe(problem);
  const start = several ? Math.max(0, indent - bullet.length) : indent;
  const paragraph = (text: string) => (text === '' ? [] : wrap(text, columns, indent));
  const evidence = (text: string) => wrap(text, columns, indent, indent + 2, 'quiet');
  const isNotice = severity === 'notice';
  return [
    ...wrap(
      `${several ? bullet : ''}${title}.`,
      columns,
      start,
      indent,
      loud || severity !== 'error' ? tones[severity] : 'strong',
    ),
    ...paragraph(isNotice && !verbose ? '' : meaning),
    ...paragraph(isNotice || todo === '' ? '' : `${fixer(owner, severity)}: ${todo}`),
    ...optionsOf(problem).flatMap((option) => wrap(option, columns, indent + 2, indent + 4)),
    ...repliesOf(problem).flatMap(replyWords).flatMap(evidence),
    ...(verbose ? evidenceOf(problem).flatMap(evidence) : []),
  ];
}

/** Says that a link is broken by what an earlier one has told. */
export function aboveLine(problem: Problem, { columns, indent }: Pick<Place, 'columns' | 'indent'>): Line[] {
  return wrap(`${describe(problem).title} (see above).`, columns, indent, indent, 'quiet');
}

function fixer(owner: Owner, severity: Severity): string {
  if (severity === 'decision') return owner === 'user' ? 'You decide' : `${who[owner]} can answer this`;
  return owner === 'user' ? 'You can fix this' : `${who[owner]} fix this`;
}

const reply = /^[245]\d\d[ -]/;
/** Of a refusal: that something went well needs no explanation. */
const statusCode = /^[45]\d\d[ -]([45]\.\d{1,3}\.\d{1,3})\b/;

/** A mail server's own words, as far as the evidence of a problem holds some. */
export function repliesOf({ code, evidence }: Problem): string[] {
  return code.startsWith('smtp.') ? evidence.filter((text) => reply.test(text)) : [];
}

/** The reply, and what its status code means (RFC 3463), which is not among the server's words. */
function replyWords(text: string): string[] {
  const status = statusCode.exec(text)?.[1];
  const meaning = status && explainStatus(status)?.meaning;
  if (!meaning) return [`The server said: ${text}`];
  const explained = ` (${status}: ${meaning})`;
  const words = text.endsWith(explained) ? text.slice(0, -explained.length) : text;
  return [`The server said: ${words}`, `${status} means: ${meaning}.`];
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
  const told = new Set(repliesOf(problem));
  const own = problem.evidence.filter((text) => !told.has(text)).map((text) => `Evidence: ${text}`);
  return problem.cause ? [...own, `Cause: ${describe(problem.cause).title}`, ...evidenceOf(problem.cause)] : own;
}
