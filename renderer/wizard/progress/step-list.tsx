import { makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Report } from '../../../src/run/index.ts';
import { StepEvidence } from './step-evidence.tsx';
import { StepRow } from './step-row.tsx';
import type { StepLine } from './steps.ts';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  item: { borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
});

interface Props {
  readonly steps: readonly StepLine[];
  readonly report: Report;
  /** Of the headings in what opens: one below the heading that the list stands under. */
  readonly level: 2 | 3;
}

/** The steps in chain order. Each opens, by click and by Enter, to what was asked and answered. */
export function StepList({ steps, report, level }: Props) {
  const styles = useStyles();
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const toggle = (id: string) => {
    const next = new Set(open);
    if (!next.delete(id)) next.add(id);
    setOpen(next);
  };
  return (
    <ol className={styles.list}>
      {steps.map((step) => (
        <li key={step.id} className={styles.item}>
          <StepRow step={step} open={open.has(step.id)} onToggle={() => toggle(step.id)} />
          {open.has(step.id) && <StepEvidence link={step.id} report={report} level={level} />}
        </li>
      ))}
    </ol>
  );
}
