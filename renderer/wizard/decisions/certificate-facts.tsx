import { makeStyles, tokens } from '@fluentui/react-components';
import type { CertificateReport } from '../../../src/run/index.ts';
import { CopyButton } from '../../kit/copy-button.tsx';
import { day } from '../../kit/format.ts';
import { Untrusted } from '../../kit/untrusted.tsx';
import { useSpoken } from '../../words/context.tsx';
import { FactRows } from '../fact-rows.tsx';

const useStyles = makeStyles({
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  print: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
});

/** A certificate, for comparing it with what an administrator knows. */
export function CertificateFacts({ certificate }: { readonly certificate: CertificateReport }) {
  const styles = useStyles();
  const { locale, words } = useSpoken();
  const { issuer: text } = words.wizard;
  const { subject, issuer, names, notBefore, notAfter, fingerprint256 } = certificate;
  return (
    <section>
      <h2 className={styles.title}>{text.certificate}</h2>
      <FactRows
        rows={[
          [text.subject, <Untrusted key="subject" text={subject} limit={300} />],
          [text.issuedBy, <Untrusted key="issuer" text={issuer} limit={300} />],
          [text.names, <Untrusted key="names" text={names.join(', ')} limit={600} />],
          [text.validity, text.validFromTo(day(notBefore, locale), day(notAfter, locale))],
          [
            text.fingerprint,
            <span key="print" className={styles.print}>
              <Untrusted text={grouped(fingerprint256)} />
              <CopyButton text={fingerprint256} label={text.copyFingerprint} size="small" />
            </span>,
          ],
        ]}
      />
    </section>
  );
}

/** In groups of four bytes, for reading it out. */
function grouped(fingerprint: string): string {
  return fingerprint.replace(/((?:[0-9A-F]{2}:){3}[0-9A-F]{2}):/g, '$1 ');
}
