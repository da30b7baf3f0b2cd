import { memo } from 'react';
import type { Remedy } from '../../../src/core/index.ts';
import type { ProbeReport } from '../../../src/run/index.ts';
import { useSpoken } from '../../words/context.tsx';
import { nameOf } from '../chain/names.ts';
import { skipNote } from '../chain/rows.ts';
import { Exchanges } from './exchanges.tsx';
import { Problems } from './problems.tsx';
import { SubjectHeading } from './subject-heading.tsx';

interface Props {
  readonly probe: ProbeReport;
  onRemedy(remedy: Remedy): void;
}

/** One question of the chain: what went wrong with it, and what was asked and answered. */
export const ProbeDetail = memo(function ProbeDetail({ probe, onRemedy }: Props) {
  const spoken = useSpoken();
  const { detail } = spoken.words.diagnosis;
  const { outcome, exchanges } = probe;
  const isSkipped = outcome === 'skipped';
  const isOpen = outcome === 'waiting' || outcome === 'running';
  return (
    <>
      <SubjectHeading
        name={nameOf(probe.id, spoken.words)}
        state={outcome}
        startedAt={isSkipped ? null : probe.startedAt}
        duration={isSkipped ? null : probe.duration}
        note={skipNote(probe, spoken)}
      />
      <Problems problems={probe.problems} onRemedy={onRemedy} />
      {exchanges.length > 0 && <Exchanges exchanges={exchanges} />}
      {exchanges.length === 0 && !isSkipped && <p>{isOpen ? detail.notAsked : detail.noExchange}</p>}
    </>
  );
});
