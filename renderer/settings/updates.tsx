import { Button, Checkbox, makeStyles, Text, tokens } from '@fluentui/react-components';
import { visible } from '../../src/core/index.ts';
import { useApp } from '../app/context.tsx';
import { useWords } from '../words/context.tsx';
import { Section } from './section.tsx';
import { besides } from './setting-field.tsx';
import { useSetting } from './use-setting.ts';

const useStyles = makeStyles({
  text: { margin: 0, userSelect: 'text' },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'center' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** Whether there is a newer version, as far as anybody may ask. */
export function Updates() {
  const styles = useStyles();
  const { bridge, info, change } = useApp();
  const { settings: words } = useWords();
  const automatic = useSetting('checkForUpdates', 'updates');
  const { state, version, detail } = info.update;
  const hasFeed = state !== 'off' && state !== 'forbidden';
  const isBusy = state === 'checking' || state === 'downloading';
  const check = async () => change({ update: await bridge.call('update.check') });
  const { hint, validationMessage } = besides(automatic, words);
  return (
    <Section title={words.updates}>
      <p className={styles.text} role="status">
        {words.updateStates[state](visible(version, 100))}
        {detail !== '' && ` ${words.updateDetail}: ${visible(detail, 300)}`}
      </p>
      {hasFeed && (
        <>
          <Checkbox
            label={words.checkForUpdates}
            checked={automatic.value}
            disabled={automatic.locked}
            onChange={(_, { checked }) => void automatic.save(checked === true)}
          />
          {typeof hint === 'string' && <Text className={styles.quiet}>{hint}</Text>}
          {typeof validationMessage === 'string' && <Text role="alert">{validationMessage}</Text>}
          <div className={styles.row}>
            {state === 'ready' ? (
              <Button appearance="primary" onClick={() => void bridge.call('update.install')}>
                {words.install}
              </Button>
            ) : (
              <Button disabledFocusable={isBusy} onClick={() => void check()}>
                {words.checkNow}
              </Button>
            )}
          </div>
        </>
      )}
    </Section>
  );
}
