import type { Lab } from '../../lab/index.ts';
import type { CliOptions } from '../options/values.ts';

export const server = 'mail';
export const sender = 'alice@corp.example';
export const recipient = 'bob@partner.example';
export const gateway = 'gw.partner.example';

/** The options that point a command at the embedded world, apart from the file with its authority's certificate. */
export function worldOptions({ dns, search, servicePorts: ports }: Lab): CliOptions {
  return {
    dns: [dns],
    search,
    ldapsPort: ports.ldaps,
    submissionsPort: ports.submissions,
    submissionPort: ports.submission,
    smtpPort: ports.smtp,
    imapsPort: ports.imaps,
    imapPort: ports.imap,
    httpsPort: ports.https,
    httpPort: ports.http,
  };
}
