import {
  type Answer,
  AUTHORITATIVE_ANSWER,
  type DecodedPacket,
  decode,
  encode,
  type Packet,
  RECURSION_AVAILABLE,
  RECURSION_DESIRED,
  TRUNCATED_RESPONSE,
} from 'dns-packet';
import { type LabRecord, lookUp, type Zone } from './zone.ts';

/** How one name misbehaves; `truncated` over UDP only, so that TCP can be seen to help. */
export type DnsBehaviour =
  | 'servfail'
  | 'refused'
  | 'silent'
  | 'truncated'
  | 'wrong-question'
  | { readonly delay: number };

/** Keys are lower-case names; `*` stands for every name. */
export type DnsBehaviours = ReadonlyMap<string, DnsBehaviour>;

export interface DnsReply {
  readonly question: { readonly name: string; readonly type: string };
  /** Undefined: say nothing. */
  readonly bytes: Buffer | undefined;
  /** Milliseconds to wait first. */
  readonly delay: number;
}

const rcode = { formatError: 1, serverFailure: 2, noSuchName: 3, notImplemented: 4, refused: 5 } as const;
const ourUdpSize = 1232;
const classicUdpSize = 512;
const ttl = 60;

/**
 * Answers one query as a recursive server would (RFC 1035, EDNS by RFC 6891).
 * Undefined for bytes that are no query: replying to replies makes two servers talk for ever.
 */
export function answerQuery(
  bytes: Buffer,
  zone: Zone,
  behaviours: DnsBehaviours,
  transport: 'udp' | 'tcp',
): DnsReply | undefined {
  const query = read(bytes);
  if (query?.type !== 'query') return undefined;
  const question = query.questions?.[0];
  if (!question || query.questions?.length !== 1) return fault(query, { name: '', type: '' }, rcode.formatError);
  if (((query.flags ?? 0) >> 11) & 0xf) return fault(query, question, rcode.notImplemented);

  const behaviour = behaviours.get(question.name.toLowerCase()) ?? behaviours.get('*');
  const delay = typeof behaviour === 'object' ? behaviour.delay : 0;
  if (behaviour === 'silent') return { question, bytes: undefined, delay };
  if (behaviour === 'servfail') return fault(query, question, rcode.serverFailure);
  if (behaviour === 'refused') return fault(query, question, rcode.refused);
  const reply = resolve(query, zone, question);
  if (behaviour === 'wrong-question') {
    return { question, bytes: encode({ ...reply, questions: [{ ...question, name: 'other.example' }] }), delay };
  }
  const whole = encode(reply);
  const cut = transport === 'udp' && (behaviour === 'truncated' || whole.length > udpSize(query));
  return { question, bytes: cut ? encode(truncated(reply)) : whole, delay };
}

function resolve(query: DecodedPacket, zone: Zone, question: { name: string; type: string }): Packet {
  const found = lookUp(zone, question.name, question.type);
  const positive = found.answers.length > 0;
  return {
    ...replyHeader(query, found.nameExists ? 0 : rcode.noSuchName),
    // The first record bears the name as it was asked: clients check its case (0x20).
    answers: found.answers.map((record) =>
      toAnswer(record, record.name.toLowerCase() === question.name.toLowerCase() ? question.name : record.name),
    ),
    authorities: positive && found.nameExists ? [] : [soa(found.origin)],
    additionals: [...found.additional.map((record) => toAnswer(record, record.name)), ...ourOpt(query)],
  };
}

function fault(query: DecodedPacket, question: { name: string; type: string }, code: number): DnsReply {
  return { question, bytes: encode({ ...replyHeader(query, code), additionals: ourOpt(query) }), delay: 0 };
}

function truncated(reply: Packet): Packet {
  const opt = (reply.additionals ?? []).filter((record) => record.type === 'OPT');
  return { ...reply, flags: (reply.flags ?? 0) | TRUNCATED_RESPONSE, answers: [], authorities: [], additionals: opt };
}

function replyHeader(query: DecodedPacket, code: number): Packet {
  return {
    type: 'response',
    id: query.id ?? 0,
    flags: AUTHORITATIVE_ANSWER | RECURSION_AVAILABLE | (query.flag_rd ? RECURSION_DESIRED : 0) | code,
    questions: query.questions ?? [],
  };
}

function toAnswer(record: LabRecord, name: string): Answer {
  return { ...record, name, ttl };
}

function soa(origin: string): Answer {
  const name = origin === '' ? '.' : origin;
  const mname = origin === '' ? 'ns.example' : `ns.${origin}`;
  const numbers = { serial: 1, refresh: 900, retry: 600, expire: 86_400, minimum: ttl };
  return { type: 'SOA', name, ttl, data: { mname, rname: `hostmaster.${mname}`, ...numbers } };
}

function ourOpt(query: DecodedPacket): Answer[] {
  if (!optOf(query)) return [];
  const fields = { udpPayloadSize: ourUdpSize, extendedRcode: 0, ednsVersion: 0, flags: 0, flag_do: false };
  return [{ type: 'OPT', name: '.', ...fields, options: [] }];
}

function udpSize(query: DecodedPacket): number {
  const opt = optOf(query);
  return opt ? Math.max(classicUdpSize, Math.min(opt.udpPayloadSize, ourUdpSize)) : classicUdpSize;
}

function optOf(query: DecodedPacket) {
  return query.additionals?.find((record) => record.type === 'OPT');
}

function read(bytes: Buffer): DecodedPacket | undefined {
  try {
    return decode(bytes);
  } catch {
    return undefined;
  }
}
