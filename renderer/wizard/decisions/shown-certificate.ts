import type { Problem } from '../../../src/core/problem.ts';
import type { CertificateReport, Report } from '../../../src/run/index.ts';

/** The certificate that a problem is about: of the relay, the mailbox or a domain controller of that name. */
export function shownCertificate({ code, args }: Problem, { chain }: Report): CertificateReport | null {
  const host = args['host'];
  const { relay, mailbox, domainController } = chain;
  const endpoints = relay !== null && relay.host === host ? relay.endpoints : [];
  const shown = [
    ...endpoints.map(({ problem, tls }) => ({ problem, certificate: tls?.certificate ?? null })),
    ...(domainController?.candidates ?? []).filter((candidate) => candidate.host === host),
    ...(mailbox !== null && mailbox.host === host
      ? [{ problem: code, certificate: mailbox.tls?.certificate ?? null }]
      : []),
  ];
  return shown.find(({ problem, certificate }) => problem === code && certificate !== null)?.certificate ?? null;
}
