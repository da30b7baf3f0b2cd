import { type GriffelStyle, makeStyles } from '@fluentui/react-components';
import { useCallback, useState } from 'react';
import { hiddenVisually } from '../kit/hidden.ts';

const useStyles = makeStyles({ hidden: hiddenVisually as GriffelStyle });

interface Said {
  readonly text: string;
  readonly count: number;
}

/** What a screen reader is to say. The same text twice is said twice. */
export function useAnnouncer() {
  const [said, setSaid] = useState<Said>({ text: '', count: 0 });
  const announce = useCallback((text: string) => setSaid(({ count }) => ({ text, count: count + 1 })), []);
  return { said, announce };
}

export function Announcer({ said }: { readonly said: Said }) {
  return (
    <div role="status" aria-live="polite" aria-atomic="true" className={useStyles().hidden}>
      <span key={said.count}>{said.text}</span>
    </div>
  );
}
