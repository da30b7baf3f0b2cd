import { randomInt } from 'node:crypto';
import { deadline, endedByDeadline, err, ok, type Problem, type Result } from '../../core/index.ts';
import { netProblem, peerName } from '../../net/index.ts';
import { problem } from '../../problems/index.ts';
import type { Step } from '../../run/index.ts';
import type { RecordType } from '../records.ts';
import type { DnsServer } from '../settings.ts';
import { describeMessage } from '../wire/describe.ts';
import type { DnsMessage } from '../wire/message.ts';
import { encodeQuery } from '../wire/query.ts';
import type { Sent } from './reply.ts';
import { askTcp } from './tcp.ts';
import { askUdp } from './udp.ts';

export interface Question {
  readonly name: string;
  readonly type: RecordType;
}

export interface AskOptions {
  readonly edns: boolean;
  readonly useTcp: boolean;
  /** Milliseconds for each transport. */
  readonly timeout: number;
  readonly step: Pick<Step, 'exchange' | 'line'>;
  readonly signal: AbortSignal;
}

/** A server that does not help: it said so (`rcode`), or it said nothing. */
export type ServerTrouble =
  | { readonly kind: 'rcode'; readonly rcode: string }
  | { readonly kind: 'silent'; readonly problem: Problem };

const noAnswer = 'no answer in time';

/** Response codes by which servers refuse EDNS itself (RFC 6891 7; RFC 1035 knows only the first two). */
const ednsRefusals: ReadonlySet<string> = new Set(['FORMERR', 'NOTIMP', 'BADVERS']);

/**
 * Asks one server: over UDP, over TCP when the answer was cut, and without EDNS when that was refused. An answer is
 * what a resolver may go on with: NOERROR or NXDOMAIN, and not a mere referral.
 */
export async function askServer(
  server: DnsServer,
  question: Question,
  options: AskOptions,
): Promise<Result<DnsMessage, ServerTrouble>> {
  const { edns, useTcp, signal } = options;
  if (signal.aborted) return err(silence({ kind: 'ended' }, server));
  const first = await send(useTcp ? 'tcp' : 'udp', server, question, options);
  const cut = first.kind === 'strays' || (first.kind === 'message' && first.message.truncated && !useTcp);
  const sent = cut ? await send('tcp', server, question, options) : first;
  if (sent.kind !== 'message') return err(silence(sent, server));
  if (edns && ednsRefusals.has(sent.message.rcode)) {
    return askServer(server, question, { ...options, edns: false });
  }
  const trouble = troubleOf(sent.message);
  return trouble === null ? ok(sent.message) : err({ kind: 'rcode', rcode: trouble });
}

/** One query and its reply, as an exchange of the step. */
async function send(
  transport: 'udp' | 'tcp',
  server: DnsServer,
  { name, type }: Question,
  { edns, timeout, step, signal }: AskOptions,
): Promise<Sent> {
  const peer = peerName(server.address, server.port);
  const limit = deadline(signal, timeout);
  const how = transport === 'tcp' ? ' over TCP' : '';
  const done = step.exchange('dns', peer, `${name} ${type}${how}`, transport === 'tcp' ? 2 : 1);
  const query = encodeQuery(randomInt(0x1_0000), name, type, edns);
  const onStray = (length: number) =>
    step.line('dns', peer, 'note', `${length} bytes that do not answer ${name} ${type} were ignored`);
  const sent = await (transport === 'tcp'
    ? askTcp(server, query, limit.signal)
    : askUdp(server, query, limit.signal, onStray));
  limit.clear();
  const ended = endedByDeadline(limit.signal) ? noAnswer : 'no answer yet, given up';
  done(sent.kind === 'ended' ? ended : describeSent(sent), sent.kind === 'ended' ? 0 : undefined);
  return sent;
}

function describeSent(sent: Exclude<Sent, { kind: 'ended' }>): string {
  switch (sent.kind) {
    case 'message':
      return describeMessage(sent.message);
    case 'error':
      return sent.error.message;
    case 'strays':
      return 'too many false replies';
  }
}

function silence(sent: Exclude<Sent, { kind: 'message' }>, { address, port }: DnsServer): ServerTrouble {
  const place = { host: address, port };
  if (sent.kind === 'error') return { kind: 'silent', problem: netProblem(sent.error, place) };
  return { kind: 'silent', problem: problem('net.timeout', place, { evidence: [noAnswer] }) };
}

/** Why an answer is no help, or null: an error, or a server that does not serve the name (a lame delegation). */
function troubleOf({ rcode, answers, authoritative, recursionAvailable, truncated }: DnsMessage): string | null {
  if (rcode !== 'NOERROR' && rcode !== 'NXDOMAIN') return rcode;
  if (truncated) return 'truncated over TCP';
  const referral = rcode === 'NOERROR' && answers.length === 0 && !authoritative && !recursionAvailable;
  return referral ? 'referral' : null;
}
