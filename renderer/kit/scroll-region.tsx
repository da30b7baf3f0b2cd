import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type ReactNode, type RefObject, useLayoutEffect, useRef, useState } from 'react';

const useStyles = makeStyles({
  region: {
    overflowX: 'auto',
    maxWidth: '100%',
    borderRadius: tokens.borderRadiusMedium,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
});

interface Props {
  readonly label: string;
  readonly children: ReactNode;
  readonly className?: string;
}

/** Scrolls what is too wide. It can be focused, and then scrolled by keyboard, exactly where there is something to scroll. */
export function ScrollRegion({ label, children, className }: Props) {
  const styles = useStyles();
  const region = useRef<HTMLElement>(null);
  const scrolls = useScrolls(region);
  return (
    <section
      ref={region}
      aria-label={label}
      tabIndex={scrolls ? 0 : -1}
      className={mergeClasses(styles.region, className)}
    >
      {children}
    </section>
  );
}

function useScrolls(region: RefObject<HTMLElement | null>): boolean {
  const [scrolls, setScrolls] = useState(false);
  useLayoutEffect(() => {
    const element = region.current;
    if (element === null) return;
    const measure = () =>
      setScrolls(element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight);
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    return () => observer.disconnect();
  }, [region]);
  return scrolls;
}
