import { type ChainRequest, registeredPorts } from '../../chain/request.ts';
import { times } from '../../core/index.ts';
import type { Asked } from '../actions.ts';
import type { CliOptions } from '../options/values.ts';
import { UsageError } from '../usage-error.ts';
import { readAttachments, readCa } from './files.ts';

/** The request that a command line stands for. Throws UsageError when something is missing or a file is of no use. */
export async function makeRequest(asked: Asked, options: CliOptions): Promise<ChainRequest> {
  const { goal, destination = null } = asked;
  const { server = null, user = null, ...given } = { ...options, ...asked };
  const { domain = null, site = null, from = null, relayUser = null, send = true, readBack = false } = given;
  const { dns = [], search = null, approveDomain = [] } = given;
  const { timeout = goal === 'discover' ? times.discovery : times.run } = given;
  const { compareDns = [], allowHttp = false, tellAddress = false, validatingResolver = [] } = given;
  const { port = null, security = null } = given;
  // The same recipient twice is one recipient.
  const to = [...new Set(given.to)];
  demandWhoAndWhom(goal, user, to);
  return {
    goal,
    server,
    user,
    domain,
    site,
    destination,
    to,
    from,
    message: await messageOf(options),
    send,
    readBack,
    relayUser,
    dns,
    search,
    ca: options.ca === undefined ? null : await readCa(options.ca),
    endpoint: { port, security },
    ports: portsOf(options),
    approvedDomains: approveDomain,
    compareDns,
    allowHttp,
    tellAddress,
    validatingResolvers: validatingResolver,
    ...(options.explain && { hearAll: true }),
    timeout,
  };
}

function demandWhoAndWhom(goal: Asked['goal'], user: string | null, to: readonly string[]): void {
  if (goal !== 'diagnose' && goal !== 'send' && goal !== 'set-up') return;
  if (user === null) {
    throw new UsageError('--user', null, 'say who signs in, for example --user alice@corp.example');
  }
  if (goal === 'send' && to.length === 0) {
    throw new UsageError('--to', null, 'say who shall get the message, for example --to bob@partner.example');
  }
}

async function messageOf(options: CliOptions): Promise<ChainRequest['message']> {
  const { subject = null, text = null, attach = [], dsn = false, requireTls = false } = options;
  return { subject, text, attachments: await readAttachments(attach), dsn, requireTls };
}

function portsOf(options: CliOptions): ChainRequest['ports'] {
  return {
    ...registeredPorts,
    ldaps: options.ldapsPort ?? registeredPorts.ldaps,
    submissions: options.submissionsPort ?? registeredPorts.submissions,
    submission: options.submissionPort ?? registeredPorts.submission,
    smtp: options.smtpPort ?? registeredPorts.smtp,
    imaps: options.imapsPort ?? registeredPorts.imaps,
    imap: options.imapPort ?? registeredPorts.imap,
    https: options.httpsPort ?? registeredPorts.https,
    http: options.httpPort ?? registeredPorts.http,
  };
}
