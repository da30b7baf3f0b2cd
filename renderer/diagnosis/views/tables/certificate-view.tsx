import { makeStyles, tokens } from '@fluentui/react-components';
import { visible } from '../../../../src/core/index.ts';
import type { Report, TlsReport } from '../../../../src/run/index.ts';
import { useSpoken } from '../../../words/context.tsx';
import type { Words } from '../../../words/words.ts';
import { EmptyState } from '../shared/empty-state.tsx';
import { Facts } from '../shared/facts.tsx';
import type { ViewProps } from '../shared/view-props.ts';
import { certificateFacts, type SeenCertificate } from './certificate-facts.ts';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXXL },
});

interface Shown extends SeenCertificate {
  readonly title: string;
}

/** The certificates of the relay, of the mailbox and of the domain controllers, each once. */
export function CertificateView({ report }: ViewProps) {
  const styles = useStyles();
  const spoken = useSpoken();
  const { certificates: words } = spoken.words.views;
  const shown = certificatesOf(report, words);
  if (shown.length === 0) return <EmptyState text={words.none} />;
  return (
    <div className={styles.list}>
      {shown.map((one) => (
        <Facts key={one.title} title={one.title} facts={certificateFacts(one, report.startedAt, spoken)} />
      ))}
    </div>
  );
}

function certificatesOf(
  { chain: { relay, mailbox, domainController } }: Report,
  words: Words['views']['certificates'],
): Shown[] {
  const ofRelay = relay?.certificate ?? relay?.tls?.certificate ?? null;
  const connection = relay?.tls ? connectionOf(relay.tls) : null;
  const ofMailbox = mailbox?.tls?.certificate ?? null;
  const controllers = domainController?.candidates ?? [];
  return [
    ...(relay && ofRelay ? [{ title: words.relay(visible(relay.host)), certificate: ofRelay, connection }] : []),
    ...(mailbox?.tls && ofMailbox
      ? [{ title: words.mailbox(visible(mailbox.host)), certificate: ofMailbox, connection: connectionOf(mailbox.tls) }]
      : []),
    ...controllers.flatMap(({ host, certificate }) =>
      certificate ? [{ title: words.controller(visible(host)), certificate, connection: null }] : [],
    ),
  ];
}

function connectionOf({ protocol, cipher }: TlsReport): string {
  return `${protocol}, ${cipher}`;
}
