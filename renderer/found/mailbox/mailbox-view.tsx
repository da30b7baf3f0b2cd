import { makeStyles, tokens } from '@fluentui/react-components';
import { visible } from '../../../src/core/index.ts';
import { EmptyState } from '../../diagnosis/views/shared/empty-state.tsx';
import { Facts } from '../../diagnosis/views/shared/facts.tsx';
import type { ViewProps } from '../../diagnosis/views/shared/view-props.ts';
import { whyNothing } from '../../diagnosis/views/shared/why-nothing.ts';
import { certificateFacts } from '../../diagnosis/views/tables/certificate-facts.ts';
import { useSpoken } from '../../words/context.tsx';
import { mailboxFacts } from './mailbox-facts.ts';

const useStyles = makeStyles({
  view: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXXL },
});

/** The server that keeps the mail: how it is reached, who signed in, how full the mailbox is, what it can do. */
export function MailboxView({ report }: ViewProps) {
  const styles = useStyles();
  const spoken = useSpoken();
  const { mailbox: words } = spoken.words.found;
  const { mailbox } = report.chain;
  if (mailbox === null) return <EmptyState text={whyNothing(report, 'mailbox.reach', words.notAsked, spoken.words)} />;
  const host = visible(mailbox.host, 300);
  const { tls } = mailbox;
  return (
    <div className={styles.view}>
      <Facts title={words.title(host)} facts={mailboxFacts(mailbox, spoken)} />
      {tls?.certificate && (
        <Facts
          title={words.certificate(host)}
          facts={certificateFacts(
            { certificate: tls.certificate, connection: `${tls.protocol}, ${tls.cipher}` },
            report.startedAt,
            spoken,
          )}
        />
      )}
    </div>
  );
}
