import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useEffect, useId, useRef } from 'react';
import { visible } from '../../src/core/index.ts';
import { type CustodyReport, type Link, linksOf, ownProblems, type Report } from '../../src/run/index.ts';
import { useApp } from '../app/context.tsx';
import { ArrivalPicture, arrivalWords } from '../found/index.ts';
import { CopyButton } from '../kit/copy-button.tsx';
import { duration } from '../kit/format.ts';
import { problemInWords } from '../kit/problem-text.ts';
import { ProblemView } from '../kit/problem-view.tsx';
import { StatusMark } from '../kit/status-mark.tsx';
import { type Spoken, useSpoken } from '../words/context.tsx';
import { custodyWords } from './custody-words.ts';
import { LiveTranscript } from './live-transcript.tsx';
import { RecipientTable } from './recipient-table.tsx';
import { Uncertain } from './uncertain.tsx';
import { useElapsed } from './use-elapsed.ts';
import type { Message } from './use-message.ts';

const useStyles = makeStyles({
  result: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL, minWidth: 0 },
  card: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    boxSizing: 'border-box',
    // Room for what will stand here, so that the table below stays where it is.
    minHeight: '8.5rem',
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    background: tokens.colorNeutralBackground1,
    userSelect: 'text',
  },
  title: { margin: 0 },
  text: { margin: 0, overflowWrap: 'anywhere' },
  steps: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalL,
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    minHeight: tokens.lineHeightBase300,
  },
  foot: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'center', marginTop: 'auto' },
  time: { color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums', minWidth: '9em' },
});

/** What becomes of the message: where it is, what was answered for each recipient, what is wrong, what was said. */
export function Result({ message }: { readonly message: Message }) {
  const styles = useStyles();
  const title = useId();
  const { runs, go } = useApp();
  const { words } = useSpoken();
  const { run } = message;
  const { report } = run.state;
  const over = run.phase === 'done';
  useOutcomeSaid(message);
  const look = () => {
    runs.diagnose.show(run.state, run.id);
    go('diagnose');
  };
  if (run.phase === 'idle') {
    return (
      <section className={styles.result} aria-labelledby={title}>
        <div className={styles.card}>
          <Text as="h2" size={400} weight="semibold" id={title} className={styles.title}>
            {words.message.result}
          </Text>
          <p className={styles.text}>{words.message.nothingYet}</p>
        </div>
      </section>
    );
  }
  const arrival = report.chain.custody?.arrival ?? null;
  const problems = over ? told(report).filter(({ code }) => code !== 'smtp.uncertain') : [];
  return (
    <section className={styles.result} aria-labelledby={title}>
      <Whereabouts message={message} titleId={title} look={look} />
      {over && report.chain.custody?.state === 'uncertain' && (
        <Uncertain look={look} sendAgain={() => void message.sendAgain()} />
      )}
      <RecipientTable recipients={recipientsOf(report)} custody={report.chain.custody} over={over} />
      {problems.map((problem) => (
        <div key={`${problem.code} ${JSON.stringify(problem.args)}`} className={styles.card}>
          <ProblemView problem={problem} />
        </div>
      ))}
      {arrival !== null && (
        <div className={styles.card}>
          <ArrivalPicture arrival={arrival} isTold />
        </div>
      )}
      <LiveTranscript lines={report.transcript} live={run.phase === 'running'} />
    </section>
  );
}

interface WhereaboutsProps {
  readonly message: Message;
  readonly titleId: string;
  look(): void;
}

function Whereabouts({ message, titleId, look }: WhereaboutsProps) {
  const styles = useStyles();
  const spoken = useSpoken();
  const { words, locale } = spoken;
  const { run } = message;
  const { report } = run.state;
  const elapsed = useElapsed(run.id, run.phase === 'running');
  const sentences = sentencesOf(message, spoken);
  const { duration: took } = report;
  return (
    <div className={styles.card}>
      <Text as="h2" size={400} weight="semibold" id={titleId} className={styles.title}>
        {words.message.whereItIs}
      </Text>
      <p className={styles.text}>{sentences.join(' ')}</p>
      <ul className={styles.steps} aria-label={words.message.steps}>
        {linksOf(report).map((link) => (
          <li key={link.id}>
            <StatusMark state={link.state} /> {nameOf(link, spoken)}
          </li>
        ))}
      </ul>
      <div className={styles.foot}>
        <span className={styles.time}>
          {took === null
            ? words.message.elapsed(duration(elapsed, locale))
            : words.message.took(duration(took, locale))}
        </span>
        {run.phase === 'done' && (
          <>
            <CopyButton size="small" label={words.message.custody.copy} text={sentences.join(' ')} />
            <Button size="small" onClick={look}>
              {words.message.details}
            </Button>
          </>
        )}
      </div>
    </div>
  );
}

function sentencesOf({ run }: Message, spoken: Spoken): readonly string[] {
  const { message: words } = spoken.words;
  const { custody } = run.state.report.chain;
  if (run.phase === 'starting') return [words.starting];
  if (run.phase === 'running') return whileRunning(run.state.report, spoken);
  const cancelled = run.state.report.outcome === 'cancelled' ? [words.cancelled] : [];
  return [
    ...cancelled,
    ...(custody === null ? [words.custody.notSent] : whereWords(run.state.report, custody, spoken)),
  ];
}

function whereWords(report: Report, custody: CustodyReport, spoken: Spoken): readonly string[] {
  return custodyWords(custody, spoken, arrivalWords(report, spoken));
}

/** It is looked for after it was accepted, which is known by then. */
function whileRunning({ chain: { custody }, probes }: Report, spoken: Spoken): readonly string[] {
  const { sending, custody: words } = spoken.words.message;
  const isLooking = probes.some(({ id, outcome }) => id === 'custody.read-back' && outcome === 'running');
  return custody?.state === 'accepted' && isLooking ? custodyWords(custody, spoken, [words.looking]) : [sending];
}

/** The outcome is said to a screen reader once, when it is known. */
function useOutcomeSaid({ run }: Message): void {
  const { announce } = useApp();
  const spoken = useSpoken();
  const before = useRef(run.phase);
  useEffect(() => {
    const ended = before.current === 'running' && run.phase === 'done';
    before.current = run.phase;
    if (!ended) return;
    const problem = told(run.state.report)[0];
    const custody = run.state.report.chain.custody;
    const where =
      custody === null ? spoken.words.message.custody.notSent : whereWords(run.state.report, custody, spoken).join(' ');
    announce(problem === undefined ? where : `${where} ${problemInWords(problem, spoken).title}`);
  }, [run, spoken, announce]);
}

function told(report: Report) {
  const links = linksOf(report);
  return links.flatMap((_, place) => ownProblems(links, place).told);
}

function recipientsOf({ request }: Report): readonly string[] {
  const to = request?.options['to'];
  return Array.isArray(to) ? to : [];
}

function nameOf({ id }: Link, { words }: Spoken): string {
  const names: Readonly<Record<string, string>> = words.views.links;
  return names[id] ?? visible(id, 40);
}
