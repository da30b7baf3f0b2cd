import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useWords } from '../../words/context.tsx';
import { QrCode } from './qr-code.tsx';
import type { Asked } from './use-client.ts';
import { useProfile } from './use-profile.ts';

const useStyles = makeStyles({
  surface: { maxWidth: '520px', width: 'calc(100vw - 32px)' },
  content: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  // As high as a code, so that nothing moves when it comes.
  code: { minHeight: '300px', display: 'grid', alignItems: 'center', justifyItems: 'center' },
  text: { margin: 0 },
});

interface Props {
  readonly asked: Asked;
  readonly title: string;
  onClose(): void;
}

/** Shows the settings to a phone. */
export default function ScanDialog({ asked, title, onClose }: Props) {
  const styles = useStyles();
  const { app, clients: words } = useWords();
  const profile = useProfile(asked);
  const rows = profile === null || profile === 'failed' ? null : profile.qr;
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent className={styles.content}>
            <p className={styles.text}>
              {words.code.how} {words.code.without}
            </p>
            <div className={styles.code}>
              {rows === null ? (
                <span role="status">{profile === null ? app.loading : words.code.notMade}</span>
              ) : (
                <QrCode rows={rows} label={words.code.name} />
              )}
            </div>
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={onClose}>
              {app.close}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
