import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useId, useState } from 'react';
import type { ListedClient } from '../../../electron/contract.ts';
import { visible } from '../../../src/core/text.ts';
import { useApp } from '../../app/context.tsx';
import { problemInWords } from '../../kit/problem-text.ts';
import { useSpoken } from '../../words/context.tsx';
import { OpeningResult } from './opening-result.tsx';
import { ProfileFiles } from './profile-files.tsx';
import { openingSaid, savingSaid, titleOf } from './said.ts';
import { SavingResult } from './saving-result.tsx';
import { type Opening, useClient } from './use-client.ts';

const ScanDialog = lazy(() => import('./scan-dialog.tsx'));

const useStyles = makeStyles({
  row: {
    // As high as with its buttons, whether there are any.
    minHeight: '64px',
    boxSizing: 'border-box',
    paddingBlock: tokens.spacingVerticalM,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: tokens.spacingVerticalS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalS,
  },
  name: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: tokens.spacingHorizontalS },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
  version: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  // The words of these buttons stand where the text above them begins.
  further: { display: 'flex', flexWrap: 'wrap', marginInlineStart: '-8px' },
});

interface Props {
  readonly run: string;
  readonly listed: ListedClient;
}

/** One mail client: what it is, what one button does, what came of that, and, unfolded, what is written. */
export function ClientRow({ run, listed }: Props) {
  const styles = useStyles();
  const { announce } = useApp();
  const spoken = useSpoken();
  const { clients: words } = spoken.words;
  const desk = useClient(run, listed);
  const [isUnfolded, setUnfolded] = useState(false);
  const [isScanning, setScanning] = useState(false);
  const id = useId();
  const { client, action, version, problem } = listed;
  const title = titleOf(listed, spoken);
  const hint = (words.hints as Readonly<Record<string, string>>)[client];

  const focusMain = () => document.getElementById(`${id}-main`)?.focus();
  const tell = (told: Opening | null) => {
    if (told !== null) announce(openingSaid(told, listed, spoken).join(' '));
  };
  const save = async () => {
    const told = await desk.save();
    if (told !== null) announce(savingSaid(told, spoken));
  };
  const undo = async () => {
    const told = await desk.undo();
    tell(told);
    // The button that was pressed is gone then.
    if (told?.kind === 'undone' && (told.undone.restored || told.undone.reason === 'gone')) focusMain();
  };
  const actions = {
    open: { label: openLabel(), act: async () => tell(await desk.open()) },
    read: { label: openLabel(), act: async () => tell(await desk.open()) },
    save: { label: words.save, act: save },
    scan: { label: words.scan, act: async () => setScanning(true) },
  } as const;
  const { label, act } = actions[action];
  const ofRow = (button: string, names = `${id}-${button} ${id}-title`) => ({
    id: `${id}-${button}`,
    'aria-labelledby': names,
  });
  const isBusy = desk.doing !== null;

  return (
    <li className={styles.row}>
      <div className={styles.head}>
        <div className={styles.name}>
          <h3 id={`${id}-title`} className={styles.title}>
            {title}
          </h3>
          {version !== '' && <span className={styles.version}>{visible(version, 60)}</span>}
        </div>
        {problem === null && (
          <Button
            appearance={action === 'open' ? 'primary' : 'secondary'}
            disabledFocusable={isBusy}
            onClick={() => void act()}
            {...ofRow('main', action === 'open' ? `${id}-main` : undefined)}
          >
            {label}
          </Button>
        )}
      </div>
      {hint !== undefined && <p className={styles.quiet}>{hint}</p>}
      {problem !== null && <p className={styles.quiet}>{problemInWords(problem, spoken).title}.</p>}
      {problem === null && (
        <div className={styles.further}>
          {action !== 'save' && (
            <Button
              size="small"
              appearance="subtle"
              disabledFocusable={isBusy}
              onClick={() => void save()}
              {...ofRow('save')}
            >
              {words.save}
            </Button>
          )}
          <Button
            size="small"
            appearance="subtle"
            aria-expanded={isUnfolded}
            onClick={() => setUnfolded(!isUnfolded)}
            {...ofRow('see')}
          >
            {words.see}
          </Button>
        </div>
      )}
      <OpeningResult desk={desk} client={listed} onUndo={() => void undo()} />
      <SavingResult saving={desk.saving} />
      {isUnfolded && <ProfileFiles asked={desk.asked} withNotes={desk.saving?.kind !== 'saved'} />}
      {isScanning && (
        <Suspense fallback={null}>
          <ScanDialog
            asked={desk.asked}
            title={title}
            onClose={() => {
              setScanning(false);
              focusMain();
            }}
          />
        </Suspense>
      )}
    </li>
  );

  /** The same button tries once more what a running client was in the way of. */
  function openLabel(): string {
    const { opening } = desk;
    if (opening?.kind === 'refused' && opening.refused.reason === 'running') return words.tryAgain;
    return action === 'read' ? words.openSheet : words.open(title);
  }
}
