import { Button, Field, Link, makeStyles, mergeClasses, Select, Text, tokens } from '@fluentui/react-components';
import { memo, type ReactNode } from 'react';
import type { AskedRun } from '../../../electron/contract.ts';
import { useApp } from '../../app/context.tsx';
import { obstacleText } from '../../kit/obstacle-text.ts';
import { useWords } from '../../words/context.tsx';
import { short } from '../short.ts';
import { usePhase } from '../use-phase.ts';
import { fieldsOf, goals } from './fields.ts';
import { RequestField } from './request-field.tsx';
import { fieldId, type RequestForm } from './use-request.ts';

const useStyles = makeStyles({
  pane: {
    display: 'flex',
    flexDirection: 'column',
    height: '100%',
    minHeight: 0,
    overflowWrap: 'anywhere',
    [short]: { height: 'auto' },
  },
  fields: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    padding: tokens.spacingHorizontalM,
    // What gets the focus must not hide behind the edge.
    scrollPaddingBlock: tokens.spacingVerticalXXL,
  },
  more: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  hidden: { display: 'none' },
  goal: { gridTemplateColumns: 'minmax(0, 1fr)' },
  select: { minWidth: 0 },
  heading: { margin: 0 },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    padding: tokens.spacingHorizontalM,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  error: { flexBasis: '100%', margin: 0, color: tokens.colorStatusDangerForeground1 },
});

interface Props {
  readonly form: RequestForm;
  /** Earlier runs and files, below the fields. */
  readonly children: ReactNode;
  onRun(): void;
  onCancel(): void;
}

/** What is asked: everything that the command line has, the rare things folded. */
export const RequestPane = memo(function RequestPane({ form, children, onRun, onCancel }: Props) {
  const styles = useStyles();
  const { runs, info } = useApp();
  const words = useWords();
  const { form: said } = words.diagnosis;
  const phase = usePhase(runs.diagnose);
  const { draft, setDraft, isUnfolded, setUnfolded } = form;
  const { main, more } = fieldsOf(draft.goal);
  return (
    <form
      className={styles.pane}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onRun();
      }}
    >
      <div className={styles.fields}>
        <Text as="h2" size={400} weight="semibold" className={styles.heading}>
          {said.heading}
        </Text>
        <Field className={styles.goal} label={{ children: said.labels.goal, htmlFor: fieldId('goal') }}>
          <Select
            className={styles.select}
            id={fieldId('goal')}
            value={draft.goal}
            onChange={(_, { value }) => setDraft({ ...draft, goal: value as AskedRun['goal'] })}
          >
            {goals.map((goal) => (
              <option key={goal} value={goal} disabled={goal === 'send' && !info.policy.sendTests}>
                {said.goals[goal]}
              </option>
            ))}
          </Select>
        </Field>
        {main.map((field) => (
          <RequestField key={field} field={field} form={form} />
        ))}
        <div>
          <Link as="button" type="button" aria-expanded={isUnfolded} onClick={() => setUnfolded(!isUnfolded)}>
            {isUnfolded ? `▾ ${said.fewer}` : `▸ ${said.more}`}
          </Link>
        </div>
        <div className={mergeClasses(styles.more, !isUnfolded && styles.hidden)}>
          {more.map((field) => (
            <RequestField key={field} field={field} form={form} />
          ))}
        </div>
        {children}
      </div>
      <div className={styles.actions}>
        {form.obstacle && (
          <p role="alert" className={styles.error}>
            {obstacleText(form.obstacle, said.failed, words.app)}
          </p>
        )}
        <Button type="submit" appearance="primary" disabled={phase === 'starting'}>
          {said.run}
        </Button>
        <Button disabled={phase !== 'running'} onClick={onCancel}>
          {words.app.cancel}
        </Button>
      </div>
    </form>
  );
});
