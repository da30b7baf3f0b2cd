import type { Report } from '../../../run/index.ts';
import type { Line } from '../line.ts';
import { markOf } from '../mark.ts';
import { problemLines } from '../problem.ts';
import { trustOf } from '../sources/answer.ts';
import { reasonOf } from '../sources/servers.ts';
import type { Style } from '../style.ts';
import { duration } from '../units.ts';
import { wrap } from '../wrap.ts';
import { askedLines } from './asked.ts';
import { isHttpOnly, type JudgedSource, verdictMarks, verdictWord } from './judge.ts';
import { publicationsFor, type Target, tooNarrow } from './publish.ts';
import { places } from './words.ts';

/** One source: its verdict, who looks there, what was asked and answered, what is wrong, and what to publish. */
export function sourceLines(source: JudgedSource, target: Target | null, report: Report, style: Style): Line[] {
  const { columns } = style;
  const { name, verdict, probe } = source;
  const domain = report.chain.settings?.domain ?? '';
  const time = probe?.duration == null || verdict === 'unasked' ? '' : `, ${duration(probe.duration)}`;
  const trust = trustOf(source);
  return [
    [],
    [
      markOf(verdictMarks[verdict], style),
      ' ',
      { text: places[name].title, tone: 'strong' },
      `: ${verdictWord(source)}${trust === '' ? '' : ` (${trust})`}${time}`,
    ],
    ...wrap(`Who looks there: ${places[name].readers}.`, columns, 2, 4),
    ...(verdict === 'unasked' ? notAsked(source, columns) : askedLines(source, domain, columns)),
    ...(isHttpOnly(source) ? wrap(onlyHttp, columns, 2, 4, 'warning') : []),
    ...serverFindings(source, columns),
    ...problemFindings(source, columns),
    ...publishLines(source, target, report, columns),
  ];
}

const onlyHttp =
  '* Only plain http answers, which proves nobody’s name: programs must not believe it. Publish it over https.';

function notAsked({ name, probe }: JudgedSource, columns: number): Line[] {
  const isCut = probe?.because?.kind === 'not-applicable';
  const why = isCut ? 'It was given up, because enough had been found.' : 'It is not asked in such a run.';
  return wrap(name === 'directory' ? 'It takes a sign-in: run it again with --user.' : why, columns, 2);
}

function serverFindings({ faulty }: JudgedSource, columns: number): Line[] {
  return faulty.flatMap((server) => {
    const { host, port, service, approved, reason, security, verified } = server;
    const what = `${service} ${host}:${port}`;
    const isAbout = reason === 'oauth2-only' || security === 'plain' || verified === false;
    return [
      ...(isAbout ? wrap(`* ${what}: ${reasonOf(server)}.`, columns, 2, 4, 'warning') : []),
      ...(approved === null
        ? wrap(`* ${what}: outside the domain; people are asked before a password is sent.`, columns, 2, 4, 'warning')
        : []),
    ];
  });
}

function problemFindings({ problems }: JudgedSource, columns: number): Line[] {
  const place = { columns, indent: 4, verbose: true, several: true, loud: true };
  return problems.flatMap((problem) => problemLines(problem, place));
}

/** What is there to be copied is neither wrapped nor cut. */
function publishLines(source: JudgedSource, target: Target | null, report: Report, columns: number): Line[] {
  if (target === null || source.verdict === 'unasked') return [];
  const note = target.isExample ? ' (with your servers in place of these)' : '';
  const narrow = tooNarrow(source, target);
  if (narrow !== null) return wrap(narrow, columns, 2, 4);
  return publicationsFor(source, target, report).flatMap(({ place, content }) => [
    ...wrap(`Publish${note}, ${/^https?:/.test(place) ? 'at' : 'in'} ${place}:`, columns, 2, 4),
    ...content
      .trimEnd()
      .split('\n')
      .map((line): Line => [`    ${line}`]),
  ]);
}
