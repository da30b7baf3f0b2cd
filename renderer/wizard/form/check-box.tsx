import { makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  label: { display: 'inline-flex', alignItems: 'center', columnGap: tokens.spacingHorizontalS, width: 'fit-content' },
  box: {
    width: '16px',
    height: '16px',
    margin: '2px',
    flexShrink: 0,
    accentColor: tokens.colorCompoundBrandBackground,
  },
});

interface Props {
  readonly label: string;
  readonly checked: boolean;
  onChange(checked: boolean): void;
}

/** The system's own check box, in our colour: the first screen can do without another one. */
export function CheckBox({ label, checked, onChange }: Props) {
  const styles = useStyles();
  return (
    <label className={styles.label}>
      <input
        type="checkbox"
        className={styles.box}
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
      />
      {label}
    </label>
  );
}
