import { makeStyles, tokens } from '@fluentui/react-components';
import { visible } from '../../../../src/core/index.ts';
import type { CertificateReport, Report } from '../../../../src/run/index.ts';
import { day, daysBetween } from '../../../kit/format.ts';
import { type Spoken, useSpoken } from '../../../words/context.tsx';
import type { Words } from '../../../words/words.ts';
import { EmptyState } from '../shared/empty-state.tsx';
import { type Fact, Facts } from '../shared/facts.tsx';
import type { ViewProps } from '../shared/view-props.ts';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXXL },
});

interface Shown {
  readonly title: string;
  readonly certificate: CertificateReport;
  readonly connection: string | null;
}

/** The certificates of the relay and of the domain controllers, each once. */
export function CertificateView({ report }: ViewProps) {
  const styles = useStyles();
  const spoken = useSpoken();
  const { certificates: words } = spoken.words.views;
  const shown = certificatesOf(report, words);
  if (shown.length === 0) return <EmptyState text={words.none} />;
  return (
    <div className={styles.list}>
      {shown.map((one) => (
        <Facts key={one.title} title={one.title} facts={factsOf(one, report.startedAt, spoken)} />
      ))}
    </div>
  );
}

function certificatesOf(
  { chain: { relay, domainController } }: Report,
  words: Words['views']['certificates'],
): Shown[] {
  const ofRelay = relay?.certificate ?? relay?.tls?.certificate ?? null;
  const connection = relay?.tls ? `${relay.tls.protocol}, ${relay.tls.cipher}` : null;
  const controllers = domainController?.candidates ?? [];
  return [
    ...(relay && ofRelay ? [{ title: words.relay(visible(relay.host)), certificate: ofRelay, connection }] : []),
    ...controllers.flatMap(({ host, certificate }) =>
      certificate ? [{ title: words.controller(visible(host)), certificate, connection: null }] : [],
    ),
  ];
}

function factsOf({ certificate, connection }: Shown, now: string, { locale, words: all }: Spoken): readonly Fact[] {
  const { certificates: words } = all.views;
  const { subject, issuer, names, notBefore, notAfter, key, serialNumber, fingerprint256, chain, verified } =
    certificate;
  return [
    { name: words.subject, values: [subject], untrusted: true },
    { name: words.issuer, values: [issuer], untrusted: true },
    { name: words.names, values: names, untrusted: true },
    { name: words.from, values: [day(notBefore, locale)] },
    { name: words.until, values: [`${day(notAfter, locale)} (${timeLeft(daysBetween(now, notAfter), words)})`] },
    { name: words.verified, values: [verified ? words.isVerified : words.notVerified] },
    ...(connection === null ? [] : [{ name: words.connection, values: [connection], untrusted: true }]),
    { name: words.key, values: [key], untrusted: true },
    { name: words.fingerprint, values: grouped(fingerprint256), untrusted: true },
    { name: words.serial, values: [serialNumber], untrusted: true },
    ...(chain.length === 0 ? [] : [{ name: words.chain, values: [...new Set(chain)], untrusted: true }]),
  ];
}

function timeLeft(days: number, words: Words['views']['certificates']): string {
  if (days < 0) return words.expired(-days);
  return days === 0 ? words.lastDay : words.daysLeft(days);
}

/** Half a fingerprint a line, in groups of four digits: two people can read it to each other. */
function grouped(fingerprint: string): readonly string[] {
  const groups = fingerprint.replace(/:/g, '').match(/.{1,4}/g) ?? [];
  return [groups.slice(0, 8).join(' '), groups.slice(8).join(' ')].filter((line) => line !== '');
}
