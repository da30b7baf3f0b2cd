import type { ServerCertificate } from '../certificates.ts';
import { implicitMxDomain, partnerDomain } from '../dns/records.ts';
import type { Endpoint } from '../listeners.ts';
import type { LabSettings } from '../settings.ts';
import { collect, listenSmtp, refusal, type SmtpListener, usualSizeLimit } from './listen.ts';
import { type Mailboxes, newQueueId, receivedField } from './mailbox.ts';
import { domainOf } from './policy.ts';

/** The partner's gateway: takes mail for its own domains from anybody, and keeps it. */
export function serveGateway(
  at: Endpoint,
  certificate: ServerCertificate,
  recipients: LabSettings['gatewayRecipients'],
  mailboxes: Mailboxes,
): Promise<SmtpListener> {
  const name = `gw.${partnerDomain}`;
  return listenSmtp(at, {
    ...certificate,
    name,
    size: usualSizeLimit,
    disabledCommands: ['AUTH'],
    hideDSN: true,
    onRcptTo({ address }, _session, done) {
      const ours = [partnerDomain, implicitMxDomain].includes(domainOf(address));
      if (!ours) return done(refusal(554, `5.7.1 <${address}>: Relay access denied`));
      done(recipients === 'all' ? undefined : refusal(550, `5.1.1 <${address}>: user unknown`));
    },
    onData(stream, { envelope, hostNameAppearsAs }, done) {
      const queueId = newQueueId();
      collect(stream).then((body) => {
        if (body === 'too-large') return done(refusal(552, '5.3.4 Message size exceeds fixed limit'));
        const raw = Buffer.concat([receivedField(hostNameAppearsAs, name, 'ESMTP', queueId), body]);
        const from = envelope.mailFrom ? envelope.mailFrom.address : '';
        for (const { address } of envelope.rcptTo) mailboxes.store({ queueId, from, to: address, raw });
        done(null, `2.0.0 Ok: queued as ${queueId}`);
      }, done);
    },
  });
}
