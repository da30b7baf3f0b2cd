import type { tlsProblems } from '../../catalogue/tls.ts';
import type { ProblemText } from '../../entry.ts';

export const tlsTexts: Record<keyof typeof tlsProblems, ProblemText> = {
  'tls.untrusted-issuer': {
    title: 'The certificate of {host} has an issuer that is not trusted here',
    meaning:
      'It was issued by {issuer}. As long as that issuer is not trusted, nothing proves that this is the right server, so no password was sent to it.',
    todo: "If {issuer} is the organisation's own certificate authority, get its certificate from them and give it with --ca. Otherwise {host} has to present its whole certificate chain, or a certificate from an issuer that computers trust.",
  },
  'tls.name-mismatch': {
    title: 'The certificate of {host} is made out to other names',
    meaning:
      'It is valid for: {names}. Because {host} is not among them, nothing proves that this is the right server, and no password was sent to it.',
    todo: 'Add {host} to the names (subjectAltName) of the certificate, or use a name that it already contains.',
  },
  'tls.expired': {
    title: 'The certificate of {host} expired on {date}',
    meaning:
      'A certificate proves nothing after its last day, so no password was sent to it. Other programs may refuse this server too.',
    todo: 'Renew the certificate on {host}, and reload the service so that it presents the new one. If {date} is not in the past, correct the clock of this computer.',
  },
  'tls.not-yet-valid': {
    title: 'The certificate of {host} is not valid before {date}',
    meaning: 'A certificate proves nothing before its first day, so no password was sent to it.',
    todo: 'Compare the clock of this computer with the right time. If the clock is right, install a certificate on {host} that is valid today.',
  },
  'tls.weak': {
    title: 'The TLS protection of {host} is too weak: {what}',
    meaning:
      'Waypost asks for TLS 1.2 or newer, RSA keys of at least 2048 bits or EC keys of at least 256, and no SHA-1 signatures. No password was sent to it.',
    todo: 'Bring the TLS settings or the certificate of {host} up to these limits.',
  },
  'tls.handshake-failed': {
    title: 'No TLS connection could be set up with {host} on port {port}',
    meaning:
      'The connection was made, but it ended before the two sides had agreed on encryption. No password was sent to it.',
    todo: 'Check that the service on port {port} of {host} speaks TLS, which versions and ciphers it allows, and whether a device in between interferes. The evidence shows where it ended.',
  },
};
