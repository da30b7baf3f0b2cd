import { makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { AskedField } from '../../../electron/contract.ts';
import { useApp } from '../../app/context.tsx';
import { useWords } from '../../words/context.tsx';
import { policyOf } from '../draft.ts';
import type { SetUpDesk } from '../use-set-up.ts';
import { TextInput } from './text-input.tsx';

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  summary: {
    cursor: 'pointer',
    width: 'fit-content',
    color: tokens.colorBrandForegroundLink,
    borderRadius: tokens.borderRadiusMedium,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  body: { paddingTop: tokens.spacingVerticalM },
});

interface Props {
  readonly desk: SetUpDesk;
  flaw(field: AskedField): string | null;
}

/** The server's name, for who knows it: folded, unless it is set already or something is wrong with it. */
export function ServerSection({ desk, flaw }: Props) {
  const styles = useStyles();
  const { info } = useApp();
  const { wizard: words } = useWords();
  const policy = policyOf(info, 'server');
  const isLocked = policy?.locked === true;
  const wrong = flaw('server');
  const [opened, setOpened] = useState<boolean | null>(null);
  const open = opened ?? desk.draft.server !== '';
  const preset = info.settings.server !== '' && desk.draft.server === info.settings.server;
  const hint = policy?.locked ? words.setBy(policy.source) : preset ? words.serverPreset : words.serverHint;
  return (
    <details
      className={styles.section}
      open={open || wrong !== null}
      onToggle={(event) => setOpened(event.currentTarget.open)}
    >
      <summary className={styles.summary}>{words.knownServer}</summary>
      <div className={styles.body}>
        <TextInput
          name="server"
          label={words.server}
          value={desk.draft.server}
          readOnly={isLocked}
          hint={hint}
          flaw={wrong}
          onChange={(server) => desk.edit({ server })}
        />
      </div>
    </details>
  );
}
