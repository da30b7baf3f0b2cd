import { makeStyles, tokens } from '@fluentui/react-components';
import { visible } from '../../../../src/core/index.ts';
import { CopyButton } from '../../../kit/copy-button.tsx';
import { Untrusted } from '../../../kit/untrusted.tsx';

/** A named fact; several values stand on lines of their own. */
export interface Fact {
  readonly name: string;
  readonly values: readonly string[];
  /** The values are a server's own words, shown as such. */
  readonly untrusted?: boolean;
}

const useStyles = makeStyles({
  view: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    userSelect: 'text',
    containerType: 'inline-size',
  },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', justifyContent: 'space-between', gap: '8px' },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'minmax(120px, 30%) 1fr',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    margin: 0,
    '@container (max-width: 360px)': { gridTemplateColumns: '1fr', rowGap: 0 },
  },
  name: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  value: {
    margin: 0,
    minWidth: 0,
    overflowWrap: 'anywhere',
    '@container (max-width: 360px)': { marginBottom: tokens.spacingVerticalS },
  },
});

interface Props {
  readonly title: string;
  readonly facts: readonly Fact[];
}

/** Facts under a title, with a button that copies them as "name: value" lines. */
export function Facts({ title, facts }: Props) {
  const styles = useStyles();
  const copied = () =>
    [title, ...facts.map(({ name, values }) => `${name}: ${values.map((value) => visible(value)).join(', ')}`)].join(
      '\n',
    );
  return (
    <section className={styles.view} aria-label={title}>
      <div className={styles.head}>
        <h3 className={styles.title}>{title}</h3>
        <CopyButton text={copied} size="small" />
      </div>
      <dl className={styles.facts}>
        {facts.map((fact) => (
          <FactView key={fact.name} fact={fact} />
        ))}
      </dl>
    </section>
  );
}

function FactView({ fact: { name, values, untrusted } }: { readonly fact: Fact }) {
  const styles = useStyles();
  return (
    <>
      <dt className={styles.name}>{name}</dt>
      <dd className={styles.value}>
        {[...new Set(values)].map((value) => (
          <div key={value}>{untrusted ? <Untrusted text={value} /> : visible(value)}</div>
        ))}
      </dd>
    </>
  );
}
