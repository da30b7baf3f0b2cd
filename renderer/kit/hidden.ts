import type { CSSProperties } from 'react';

/** There for a screen reader, and for nobody's eyes. */
export const hiddenVisually: CSSProperties = {
  position: 'absolute',
  width: '1px',
  height: '1px',
  margin: '-1px',
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
};
