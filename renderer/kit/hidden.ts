import type { CSSProperties } from 'react';

/** There for a screen reader, and for nobody's eyes. */
export const hiddenVisually: CSSProperties = {
  position: 'absolute',
  width: 1,
  height: 1,
  margin: -1,
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
};
