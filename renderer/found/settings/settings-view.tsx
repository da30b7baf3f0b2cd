import { EmptyState } from '../../diagnosis/views/shared/empty-state.tsx';
import type { ViewProps } from '../../diagnosis/views/shared/view-props.ts';
import { whyNothing } from '../../diagnosis/views/shared/why-nothing.ts';
import { useSpoken } from '../../words/context.tsx';
import { HowFound } from './how-found.tsx';

/** The settings that were found, as a view of a run. */
export function SettingsView({ report }: ViewProps) {
  const { words } = useSpoken();
  if (report.chain.settings !== null) return <HowFound report={report} />;
  return <EmptyState text={whyNothing(report, 'settings.ranking', words.found.settings.notAsked, words)} />;
}
