import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  column: {
    boxSizing: 'border-box',
    width: '100%',
    maxWidth: '592px',
    marginInline: 'auto',
    padding: '40px 16px 32px',
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalL,
    '@media (max-height: 640px)': { paddingTop: '16px' },
  },
  sheet: {
    boxSizing: 'border-box',
    padding: '28px 32px 32px',
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalL,
    background: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    boxShadow: tokens.shadow4,
    overflowWrap: 'anywhere',
    '@media (max-width: 520px)': { padding: '20px 16px 24px' },
  },
});

/** The wizard's one column. */
export function Column({ children }: { readonly children: ReactNode }) {
  return <div className={useStyles().column}>{children}</div>;
}

/** One thing at a time, on its own sheet. */
export function Sheet({ children }: { readonly children: ReactNode }) {
  return <div className={useStyles().sheet}>{children}</div>;
}
