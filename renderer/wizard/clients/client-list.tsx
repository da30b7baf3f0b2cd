import { Button, Link, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { ListedClient } from '../../../electron/contract.ts';
import { useApp } from '../../app/context.tsx';
import { useWords } from '../../words/context.tsx';
import { ClientRow } from './client-row.tsx';
import { ClientSkeleton } from './client-skeleton.tsx';
import { groupsOf, sharedProblem } from './groups.ts';
import { NoClient } from './no-client.tsx';

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  text: { margin: 0 },
  fold: { alignSelf: 'start' },
  again: { alignSelf: 'start' },
});

interface Props {
  readonly run: string;
  /** The list is asked for once more, and what was pressed for that is gone. */
  onListAgain(): void;
}

/** Asks once which clients there are, and shows them. */
export function ClientList({ run, onListAgain }: Props) {
  const styles = useStyles();
  const { bridge, announce } = useApp();
  const { clients: words } = useWords();
  const [listed, setListed] = useState<readonly ListedClient[] | 'failed' | null>(null);
  const [isUnfolded, setUnfolded] = useState(false);
  useEffect(() => {
    if (listed !== null) return;
    let current = true;
    bridge.call('clients.list', { run }).then(
      (clients) => current && setListed(clients),
      () => current && setListed('failed'),
    );
    return () => {
      current = false;
    };
  }, [bridge, run, listed]);
  const hasFailed = listed === 'failed';
  useEffect(() => {
    if (hasFailed) announce(words.notListed);
  }, [hasFailed, announce, words]);

  if (listed === null) return <ClientSkeleton />;
  if (listed === 'failed') {
    const again = () => {
      setListed(null);
      onListAgain();
    };
    return (
      <>
        <p className={styles.text}>{words.notListed}</p>
        <Button className={styles.again} onClick={again}>
          {words.tryAgain}
        </Button>
      </>
    );
  }
  const problem = sharedProblem(listed);
  if (problem !== null) return <NoClient problem={problem} />;
  const { installed, always, others } = groupsOf(listed);
  return (
    <>
      {installed.length === 0 && <p className={styles.text}>{words.noneInstalled}</p>}
      <Rows run={run} clients={[...installed, ...always]} />
      <Link as="button" className={styles.fold} aria-expanded={isUnfolded} onClick={() => setUnfolded(!isUnfolded)}>
        {words.others}
      </Link>
      {isUnfolded && <Rows run={run} clients={others} />}
    </>
  );
}

function Rows({ run, clients }: { readonly run: string; readonly clients: readonly ListedClient[] }) {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {clients.map((listed) => (
        <ClientRow key={listed.client} run={run} listed={listed} />
      ))}
    </ul>
  );
}
