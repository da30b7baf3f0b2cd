import { makeStyles, tokens } from '@fluentui/react-components';
import type { RankedServer, Report } from '../../../src/run/index.ts';
import { useSpoken } from '../../words/context.tsx';
import { ServerList } from './server-list.tsx';
import { missingWords } from './server-words.ts';
import { SourceList } from './source-list.tsx';

const useStyles = makeStyles({
  view: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXL, userSelect: 'text' },
  part: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  note: { margin: 0 },
});

interface Props {
  readonly report: Report;
  /** Of its headings: one below the heading that it stands under. */
  readonly level?: 2 | 3;
}

/** How the servers of an account were found: the chosen ones, the others and why not, and what each source answered. */
export function HowFound({ report, level = 3 }: Props) {
  const styles = useStyles();
  const { words } = useSpoken();
  const { settings: own } = words.found;
  const { settings } = report.chain;
  const Heading = `h${level}` as const;
  if (settings === null) return <p className={styles.note}>{own.notAsked}</p>;
  const { servers } = settings;
  const chosen = [...servers].filter(isChosen).sort((a, b) => order(a) - order(b));
  const others = servers.filter((server) => !isChosen(server));
  return (
    <div className={styles.view}>
      <section className={styles.part} aria-label={own.chosen}>
        <Heading className={styles.title}>{own.chosen}</Heading>
        {chosen.length > 0 && <ServerList servers={chosen} />}
        {(servers.length === 0 ? [own.noneNamed] : missingWords(report, words)).map((note) => (
          <p key={note} className={styles.note}>
            {note}
          </p>
        ))}
      </section>
      {others.length > 0 && (
        <section className={styles.part} aria-label={own.others}>
          <Heading className={styles.title}>{own.others}</Heading>
          <ServerList servers={others} />
        </section>
      )}
      <section className={styles.part} aria-label={own.looked}>
        <Heading className={styles.title}>{own.looked}</Heading>
        <SourceList report={report} />
      </section>
    </div>
  );
}

function isChosen({ verdict }: RankedServer): boolean {
  return verdict === 'chosen';
}

/** Incoming mail first. */
function order({ service }: RankedServer): number {
  return service === 'submission' ? 1 : 0;
}
