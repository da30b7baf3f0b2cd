import { useEffect, useState } from 'react';
import { seconds } from '../../kit/format.ts';
import { useSpoken } from '../../words/context.tsx';

const tick = 100;

/** How long it has taken since this came on the screen. In digits of one width, so that nothing trembles. */
export function Elapsed() {
  const { locale } = useSpoken();
  const [passed, setPassed] = useState(0);
  useEffect(() => {
    const start = performance.now();
    const timer = setInterval(() => setPassed(performance.now() - start), tick);
    return () => clearInterval(timer);
  }, []);
  return <span style={{ fontVariantNumeric: 'tabular-nums' }}>{seconds(passed, locale)}</span>;
}
