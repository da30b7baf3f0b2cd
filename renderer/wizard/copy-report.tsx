import type { Report } from '../../src/run/index.ts';
import { CopyButton } from '../kit/copy-button.tsx';
import { reportText } from '../kit/report-text.ts';
import { useSpoken } from '../words/context.tsx';

interface Props {
  readonly report: Report;
  /** "Copy report" unless given. */
  readonly label?: string;
  readonly appearance?: 'primary' | 'secondary' | 'subtle';
}

/** The one button of somebody who cannot fix it. */
export function CopyReport({ report, label, appearance = 'secondary' }: Props) {
  const spoken = useSpoken();
  const { app } = spoken.words;
  return <CopyButton text={() => reportText(report, spoken)} label={label ?? app.copyReport} appearance={appearance} />;
}
