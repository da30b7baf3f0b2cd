import { makeStyles, tokens } from '@fluentui/react-components';

export const useResultStyles = makeStyles({
  text: { margin: 0 },
  subtitle: {
    margin: 0,
    marginBottom: tokens.spacingVerticalS,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});
