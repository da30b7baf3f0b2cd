import {
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { CallAnswer } from '../../../electron/contract.ts';
import { useApp } from '../../app/context.tsx';
import { useWords } from '../../words/context.tsx';

type Bundle = CallAnswer<'bundle.preview'>;

const useStyles = makeStyles({
  surface: { maxWidth: '900px', width: 'calc(100vw - 48px)' },
  content: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  preview: {
    height: 'calc(100vh - 340px)',
    minHeight: '120px',
    maxHeight: '560px',
    fontFamily: tokens.fontFamilyMonospace,
  },
  said: { margin: 0, minHeight: '20px', overflowWrap: 'anywhere', userSelect: 'text' },
});

interface Props {
  readonly run: string;
  onClose(): void;
}

/** Shows exactly what a support bundle holds, then saves that. */
export default function BundleDialog({ run, onClose }: Props) {
  const styles = useStyles();
  const { bridge, announce } = useApp();
  const words = useWords();
  const { bundle: said } = words.diagnosis.detail;
  const [hidePeople, setHidePeople] = useState(true);
  const [bundle, setBundle] = useState<Bundle | null>(null);
  const [result, setResult] = useState('');

  useEffect(() => {
    let current = true;
    setBundle(null);
    bridge.call('bundle.preview', { run, hidePeople }).then(
      (made) => current && setBundle(made),
      () => current && setResult(said.failed),
    );
    return () => {
      current = false;
    };
  }, [bridge, run, hidePeople, said.failed]);

  const save = async () => {
    if (bundle === null) return;
    const path = await bridge.call('bundle.save', bundle);
    const told = path === null ? said.notSaved : said.saved(path);
    setResult(told);
    announce(told);
  };
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>{said.title}</DialogTitle>
          <DialogContent className={styles.content}>
            <span>{said.what}</span>
            <Checkbox
              label={said.hidePeople}
              checked={hidePeople}
              onChange={(_, { checked }) => setHidePeople(checked === true)}
            />
            <Textarea
              readOnly
              aria-label={said.preview}
              value={bundle?.text ?? said.making}
              textarea={{ className: styles.preview, spellCheck: false }}
              resize="none"
            />
            <p className={styles.said}>{result}</p>
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" disabled={bundle === null} onClick={() => void save()}>
              {said.save}
            </Button>
            <Button onClick={onClose}>{words.app.close}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
