import { makeStyles, tokens } from '@fluentui/react-components';

const narrow = '@container (max-width: 760px)';

const useStyles = makeStyles({
  way: {
    flex: 'none',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    width: '72px',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase100,
    textAlign: 'center',
    [narrow]: {
      flexDirection: 'row',
      justifyContent: 'flex-start',
      columnGap: '8px',
      width: 'auto',
      height: '32px',
      paddingLeft: '16px',
    },
  },
  across: { [narrow]: { display: 'none' } },
  down: { display: 'none', [narrow]: { display: 'block' } },
});

interface Props {
  /** Drawn through when Waypost itself went this way, dashed when it did not. */
  readonly isSeen: boolean;
  readonly label: string;
}

/** The arrow from one station to the next, to the right or, where there is no room, down. */
export function Way({ isSeen, label }: Props) {
  const styles = useStyles();
  const line = { stroke: 'currentColor', strokeWidth: 2, fill: 'none', strokeDasharray: isSeen ? 'none' : '5 4' };
  return (
    <div className={styles.way}>
      <svg className={styles.across} width="56" height="14" viewBox="0 0 56 14" aria-hidden="true">
        <path d="M2 7H46" {...line} />
        <path d="M44 1L54 7L44 13Z" fill="currentColor" />
      </svg>
      <svg className={styles.down} width="14" height="28" viewBox="0 0 14 28" aria-hidden="true">
        <path d="M7 2V18" {...line} />
        <path d="M1 17L7 27L13 17Z" fill="currentColor" />
      </svg>
      <span>{label}</span>
    </div>
  );
}
