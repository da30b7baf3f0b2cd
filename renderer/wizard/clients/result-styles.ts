import { makeStyles, tokens } from '@fluentui/react-components';

export const useClientResultStyles = makeStyles({
  result: {
    display: 'grid',
    gridTemplateColumns: '24px minmax(0, 1fr)',
    padding: tokens.spacingHorizontalM,
    background: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusLarge,
    userSelect: 'text',
  },
  told: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: tokens.spacingVerticalXS },
  text: { margin: 0, overflowWrap: 'anywhere' },
  undo: { justifySelf: 'start', marginTop: tokens.spacingVerticalXS },
});
