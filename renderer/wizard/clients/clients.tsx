import { makeStyles, tokens } from '@fluentui/react-components';
import { useRef } from 'react';
import { useWords } from '../../words/context.tsx';
import { Sheet } from '../column.tsx';
import { ClientList } from './client-list.tsx';

const useStyles = makeStyles({
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    outlineStyle: 'none',
  },
});

/** The mail clients that can have the account that a run has found, those of this computer first. */
export default function Clients({ run }: { readonly run: string }) {
  const styles = useStyles();
  const { clients: words } = useWords();
  const title = useRef<HTMLHeadingElement>(null);
  return (
    <Sheet>
      <h2 ref={title} tabIndex={-1} className={styles.title}>
        {words.title}
      </h2>
      <ClientList key={run} run={run} onListAgain={() => title.current?.focus()} />
    </Sheet>
  );
}
