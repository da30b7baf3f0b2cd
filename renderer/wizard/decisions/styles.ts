import { makeStyles, tokens } from '@fluentui/react-components';

/** What questions with fields have in common. */
export const useQuestionStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});
