import { Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import { memo, useCallback, useMemo, useRef, useState } from 'react';
import { visible } from '../../../../src/core/index.ts';
import { CopyButton } from '../../../kit/copy-button.tsx';
import { count } from '../../../kit/format.ts';
import { useSpoken } from '../../../words/context.tsx';
import { EmptyState } from '../shared/empty-state.tsx';
import type { ViewProps } from '../shared/view-props.ts';
import { LineList } from './line-list.tsx';
import { type Choice, choicesOf, chosenLines, transcriptText } from './lines.ts';

const useStyles = makeStyles({
  view: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS, minHeight: 0 },
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: '8px 12px' },
  grow: { flexGrow: 1 },
  choice: { minWidth: '90px' },
  notes: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalL,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
});

/** What was said to servers and what they answered, masked as the engine recorded it. */
export function Transcript({ report: { transcript } }: ViewProps) {
  const styles = useStyles();
  const { words: all, locale } = useSpoken();
  const { transcript: words } = all.views;
  const [choice, setChoice] = useState<Choice>({ protocol: null, peer: null });
  const choices = useMemo(() => choicesOf(transcript, choice.protocol), [transcript, choice.protocol]);
  const protocols = useSame(choices.protocols);
  const peers = useSame(choices.peers);
  const chooseProtocol = useCallback((protocol: string | null) => setChoice({ protocol, peer: null }), []);
  const choosePeer = useCallback((peer: string | null) => setChoice((before) => ({ ...before, peer })), []);
  const lines = useMemo(() => chosenLines(transcript, choice), [transcript, choice]);
  if (transcript.length === 0) return <EmptyState text={words.empty} />;
  const isChosen = choice.protocol !== null || choice.peer !== null;
  return (
    <div className={styles.view}>
      <div className={styles.bar}>
        <Chooser label={words.protocol} options={protocols} value={choice.protocol} onChange={chooseProtocol} />
        <Chooser label={words.peer} options={peers} value={choice.peer} onChange={choosePeer} />
        <span className={styles.grow} />
        <CopyButton
          key={isChosen ? 'shown' : 'all'}
          text={() => transcriptText(lines)}
          size="small"
          label={isChosen ? words.copyShown : words.copyAll}
        />
      </div>
      {lines.length === 0 ? (
        <EmptyState text={words.noneFits} />
      ) : (
        <LineList key={`${choice.protocol} ${choice.peer}`} lines={lines} label={words.title} />
      )}
      <div className={styles.notes}>
        <span>{words.lines(lines.length, count(lines.length, locale))}</span>
        <span>{words.masked}</span>
        <span>{words.legend.sent}</span>
        <span>{words.legend.received}</span>
        <span>{words.legend.note}</span>
      </div>
    </div>
  );
}

interface ChooserProps {
  readonly label: string;
  readonly options: readonly string[];
  readonly value: string | null;
  onChange(value: string | null): void;
}

/** A run can have hundreds of peers: their list is drawn again when there is another one, not for each line. */
const Chooser = memo(function Chooser({ label, options, value, onChange }: ChooserProps) {
  const styles = useStyles();
  const { transcript: words } = useSpoken().words.views;
  return (
    <Field label={label} size="small" className={styles.choice}>
      <Select size="small" value={value ?? ''} onChange={(_, data) => onChange(data.value === '' ? null : data.value)}>
        <option value="">{words.all}</option>
        {options.map((option) => (
          <option key={option} value={option}>
            {visible(option, 100)}
          </option>
        ))}
      </Select>
    </Field>
  );
});

/** The list as it was, as long as the same is in it. */
function useSame(list: readonly string[]): readonly string[] {
  const kept = useRef(list);
  const isSame = kept.current.length === list.length && kept.current.every((one, place) => one === list[place]);
  if (!isSame) kept.current = list;
  return kept.current;
}
