import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useEffect, useState } from 'react';
import { useSpoken } from '../words/context.tsx';
import { count } from './format.ts';

/** A hostile server can cause thousands; more than this at once nobody reads. */
const pageSize = 100;

/** Items that are drawn in one turn: a page of long ones fills up while the window goes on answering. */
const atOnce = 20;

const useStyles = makeStyles({
  pager: { display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** An item with its place in the whole list, which is what tells it from its likes. */
export interface Placed<T> {
  readonly item: T;
  readonly place: number;
}

interface Props<T> {
  readonly items: readonly T[];
  /** Draws those of one page. */
  children(page: readonly Placed<T>[]): ReactNode;
}

/** A long list in pages, so that what is drawn stays small; a short one as it is. */
export function Paged<T>({ items, children }: Props<T>) {
  const styles = useStyles();
  const { words, locale } = useSpoken();
  const { range, earlier, later } = words.diagnosis.detail;
  const [wanted, setWanted] = useState(0);
  const lastPage = Math.max(0, Math.ceil(items.length / pageSize) - 1);
  const page = Math.min(wanted, lastPage);
  const first = page * pageSize;
  const last = Math.min(first + pageSize, items.length);
  return (
    <>
      {items.length > pageSize && (
        <div className={styles.pager}>
          <Button size="small" disabled={page === 0} onClick={() => setWanted(page - 1)}>
            {earlier}
          </Button>
          <Button size="small" disabled={page === lastPage} onClick={() => setWanted(page + 1)}>
            {later}
          </Button>
          <span>{range(count(first + 1, locale), count(last, locale), count(items.length, locale))}</span>
        </div>
      )}
      <InSteps key={page} items={items.slice(first, last)} first={first}>
        {children}
      </InSteps>
    </>
  );
}

function InSteps<T>({ items, first, children }: Props<T> & { readonly first: number }) {
  const [drawn, setDrawn] = useState(atOnce);
  const isWhole = drawn >= items.length;
  useEffect(() => {
    if (isWhole) return;
    const frame = requestAnimationFrame(() => setDrawn(drawn + atOnce));
    return () => cancelAnimationFrame(frame);
  }, [drawn, isWhole]);
  return children(items.slice(0, drawn).map((item, i) => ({ item, place: first + i })));
}
