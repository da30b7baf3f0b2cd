import { makeStyles, tokens } from '@fluentui/react-components';
import { visible } from '../../src/core/index.ts';

const useStyles = makeStyles({
  text: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
    whiteSpace: 'pre-wrap',
    unicodeBidi: 'isolate',
    userSelect: 'text',
  },
});

/** Text that came from a server: inert, on its own, its control characters visible, its length bounded. */
export function Untrusted({ text, limit }: { readonly text: string; readonly limit?: number }) {
  const styles = useStyles();
  return <span className={styles.text}>{visible(text, limit)}</span>;
}
