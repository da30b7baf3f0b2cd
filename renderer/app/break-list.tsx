import { Button, Checkbox, makeStyles, SearchBox, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { DemoState } from '../../electron/contract.ts';
import { useWords } from '../words/context.tsx';
import type { Breaking } from './use-breaking.ts';

/** The main process breaks no more at once. */
const most = 10;

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  bar: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  search: { flexGrow: 1 },
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: '4px',
    // As high for one hit as for all, so that nothing below it moves.
    height: '280px',
    overflowY: 'auto',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    background: tokens.colorNeutralBackground1,
  },
  fault: { display: 'flex', flexDirection: 'column' },
  id: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  text: { margin: 0, padding: tokens.spacingHorizontalS, color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly faults: DemoState['faults'];
  readonly breaking: Breaking;
}

/** "What would you like to break?": the faults of the embedded world, by what they are and by their ids. */
export default function BreakList({ faults, breaking }: Props) {
  const styles = useStyles();
  const { wizard } = useWords();
  const { demo: words } = wizard;
  const [wanted, setWanted] = useState('');
  const { broken, isBusy, set } = breaking;
  const text = wanted.trim().toLowerCase();
  const hits = faults.filter(({ id, what }) => `${id} ${what}`.toLowerCase().includes(text));
  const toggle = (id: string) => set(broken.includes(id) ? broken.filter((one) => one !== id) : [...broken, id]);
  const isFull = broken.length >= most;
  return (
    <div className={styles.part}>
      <div className={styles.bar}>
        <SearchBox
          className={styles.search}
          aria-label={words.search}
          placeholder={words.search}
          value={wanted}
          onChange={(_, data) => setWanted(data.value)}
        />
        <Button disabledFocusable={broken.length === 0} onClick={() => set([])}>
          {words.repair}
        </Button>
      </div>
      <ul className={styles.list} aria-label={words.break} aria-busy={isBusy}>
        {hits.map(({ id, what }) => (
          <li key={id} lang="en">
            <Checkbox
              checked={broken.includes(id)}
              disabled={isFull && !broken.includes(id)}
              onChange={() => toggle(id)}
              label={
                <span className={styles.fault}>
                  {what}
                  <span className={styles.id}>{id}</span>
                </span>
              }
            />
          </li>
        ))}
        {hits.length === 0 && <li className={styles.text}>{words.noMatch}</li>}
      </ul>
      {isFull && <p className={styles.text}>{words.tooMany}</p>}
    </div>
  );
}
