import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { CallArgument } from '../../electron/contract.ts';
import { visible } from '../../src/core/index.ts';
import { useApp } from '../app/context.tsx';
import { day } from '../kit/format.ts';
import { useSpoken } from '../words/context.tsx';
import { Section } from './section.tsx';
import { Table } from './table.tsx';

const useStyles = makeStyles({
  text: { margin: 0 },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'center', minHeight: '32px' },
});

/** Which passwords are remembered, since when, and their end; or why none can be. */
export function Passwords() {
  const styles = useStyles();
  const { bridge, info, change, announce } = useApp();
  const { words, locale } = useSpoken();
  const { settings: own } = words;
  const [said, setSaid] = useState('');
  const { state, backend, remembered } = info.secrets;
  const forget = async (which: CallArgument<'secrets.forget'>, done: string) => {
    try {
      change({ secrets: await bridge.call('secrets.forget', which) });
      setSaid(done);
      announce(done);
    } catch {
      setSaid(own.notSaved);
    }
  };
  return (
    <Section title={own.passwords}>
      <p className={styles.text}>{own.passwordStates[state](backend === '' ? own.aStore : visible(backend, 100))}</p>
      {state === 'ready' && remembered.length === 0 && <p className={styles.text}>{own.noPasswords}</p>}
      {remembered.length > 0 && (
        <Table
          caption={own.passwords}
          heads={[own.rememberedFor, own.rememberedSince, '']}
          rows={remembered.map(({ user, savedAt }) => ({
            key: user,
            cells: [
              <bdi key="user">{visible(user, 320)}</bdi>,
              day(savedAt, locale),
              <Button
                key="forget"
                size="small"
                aria-label={own.forgetFor(visible(user, 320))}
                onClick={() => void forget({ user }, own.forgotten(visible(user, 320)))}
              >
                {own.forget}
              </Button>,
            ],
          }))}
        />
      )}
      {(remembered.length > 0 || said !== '') && (
        <div className={styles.row}>
          {remembered.length > 0 && (
            <Button onClick={() => void forget('all', own.allForgotten)}>{own.forgetAll}</Button>
          )}
          <Text>{said}</Text>
        </div>
      )}
    </Section>
  );
}
