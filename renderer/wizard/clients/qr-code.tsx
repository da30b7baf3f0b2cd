import { makeStyles } from '@fluentui/react-components';
import { drawnCode } from './drawn-code.ts';

/** In CSS pixels, for a phone that is held at arm's length. */
const least = 240;
const comfortable = 320;

const useStyles = makeStyles({
  // Dark on white whatever the theme or the system says: cameras look for that.
  code: { display: 'block', maxWidth: '100%', height: 'auto', marginInline: 'auto', forcedColorAdjust: 'none' },
});

interface Props {
  /** `1` where a module is dark. */
  readonly rows: readonly string[];
  readonly label: string;
}

/** A QR code, each module a whole number of pixels wide, with its quiet zone. */
export function QrCode({ rows, label }: Props) {
  const styles = useStyles();
  const { side, path } = drawnCode(rows);
  const width = side * Math.max(Math.ceil(least / side), Math.floor(comfortable / side));
  return (
    <svg
      role="img"
      aria-label={label}
      className={styles.code}
      viewBox={`0 0 ${side} ${side}`}
      width={width}
      height={width}
      shapeRendering="crispEdges"
    >
      <rect width={side} height={side} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
