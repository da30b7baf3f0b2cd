import { createSocket, type Socket as UdpSocket } from 'node:dgram';
import { createServer, type Server, type Socket } from 'node:net';
import { type Answer, decode, encode, type Packet, RECURSION_AVAILABLE } from 'dns-packet';

export interface FakeQuery {
  readonly id: number;
  readonly name: string;
  readonly type: string;
  readonly transport: 'udp' | 'tcp';
  readonly edns: boolean;
  /** The port that it came from. */
  readonly port: number;
  readonly bytes: Buffer;
  /** Sends to the asker from another port than the one that was asked. */
  sendFromElsewhere(reply: Buffer): Promise<void>;
}

/** What to send, one after the other; nothing for silence. */
export type FakeHandler = (query: FakeQuery) => readonly Buffer[] | Promise<readonly Buffer[]>;

export interface FakeDnsServer {
  readonly address: string;
  readonly port: number;
  /** `127.0.0.1:port`. */
  readonly name: string;
  readonly queries: readonly FakeQuery[];
  close(): Promise<void>;
}

/** A name server on loopback, over UDP and TCP, that says what a test wants. */
export async function fakeDnsServer(handler: FakeHandler): Promise<FakeDnsServer> {
  const queries: FakeQuery[] = [];
  const [udp, tcp] = await bindBoth();
  const sockets = new Set<Socket>();
  const { address, port } = udp.address();
  const sent: Promise<void>[] = [];

  const answer = async (bytes: Buffer, transport: 'udp' | 'tcp', peer: number, send: (reply: Buffer) => void) => {
    const query = readQuery(bytes, transport, peer);
    queries.push(query);
    for (const reply of await handler(query)) send(reply);
  };
  udp.on('message', (bytes, { address: host, port: peer }) =>
    sent.push(answer(bytes, 'udp', peer, (reply) => udp.send(reply, peer, host))),
  );
  tcp.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('data', (chunk) =>
      sent.push(answer(chunk.subarray(2), 'tcp', socket.remotePort ?? 0, (reply) => socket.write(withLength(reply)))),
    );
  });
  return {
    address,
    port,
    name: `${address}:${port}`,
    queries,
    async close() {
      await Promise.all(sent);
      for (const socket of sockets) socket.destroy();
      await Promise.all([
        new Promise<void>((resolve) => udp.close(() => resolve())),
        new Promise<void>((resolve) => tcp.close(() => resolve())),
      ]);
    },
  };
}

/** An address that nobody listens on any more. */
export async function closedPort(): Promise<{ readonly address: string; readonly port: number }> {
  const server = await fakeDnsServer(() => []);
  await server.close();
  return { address: server.address, port: server.port };
}

/** A reply to a query, as a recursive server gives it. */
export function reply(query: FakeQuery, parts: Packet & { readonly rcode?: number } = {}): Buffer {
  const { rcode = 0, flags = 0, ...rest } = parts;
  const { questions = [] } = decode(query.bytes);
  return encode({ type: 'response', id: query.id, flags: RECURSION_AVAILABLE | flags | rcode, questions, ...rest });
}

export function a(name: string, data: string, ttl = 300): Answer {
  return { type: 'A', name, data, ttl };
}

export function aaaa(name: string, data: string, ttl = 300): Answer {
  return { type: 'AAAA', name, data, ttl };
}

export function cname(name: string, data: string, ttl = 300): Answer {
  return { type: 'CNAME', name, data, ttl };
}

export function mx(name: string, preference: number, exchange: string): Answer {
  return { type: 'MX', name, data: { preference, exchange }, ttl: 300 };
}

export function srv(name: string, target: string, port: number, priority = 0, weight = 0): Answer {
  return { type: 'SRV', name, data: { priority, weight, port, target }, ttl: 300 };
}

export function soa(name: string): Answer {
  return { type: 'SOA', name, data: { mname: `ns.${name}`, rname: `root.${name}`, minimum: 60 }, ttl: 60 };
}

/** Answers from records, following no alias outside them: NXDOMAIN for names that own nothing. */
export function zoneHandler(records: readonly Answer[]): FakeHandler {
  return (query) => [fromZone(query, records)];
}

export function fromZone(query: FakeQuery, records: readonly Answer[]): Buffer {
  const answers: Answer[] = [];
  let name = query.name;
  for (let hop = 0; hop < 20; hop++) {
    const here = records.filter((record) => record.name === name);
    const alias = here.find((record) => record.type === 'CNAME');
    answers.push(...here.filter((record) => record.type === query.type || record === alias));
    if (alias?.type !== 'CNAME' || query.type === 'CNAME') break;
    name = alias.data;
  }
  const exists = records.some((record) => record.name === name || record.name.endsWith(`.${name}`));
  const authorities = answers.some((record) => record.type === query.type) ? [] : [soa('example')];
  return reply(query, { rcode: exists ? 0 : 3, answers, authorities });
}

function readQuery(bytes: Buffer, transport: 'udp' | 'tcp', port: number): FakeQuery {
  const { id = 0, questions = [], additionals = [] } = decode(bytes);
  const { name = '', type = 'A' } = questions[0] ?? {};
  const edns = additionals.some((record) => record.type === 'OPT');
  const sendFromElsewhere = (message: Buffer) =>
    new Promise<void>((resolve) => {
      const other = createSocket('udp4');
      other.send(message, port, '127.0.0.1', () => other.close(() => resolve()));
    });
  return { id, name, type, transport, edns, port, bytes, sendFromElsewhere };
}

/** Both on one number; the next try takes another where somebody else has it for TCP. */
async function bindBoth(): Promise<readonly [UdpSocket, Server]> {
  for (;;) {
    const udp = createSocket('udp4');
    await new Promise<void>((resolve) => udp.bind(0, '127.0.0.1', resolve));
    const tcp = await listen(udp.address().port);
    if (tcp !== null) return [udp, tcp];
    udp.close();
  }
}

function listen(port: number): Promise<Server | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(null));
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}

export function withLength(message: Buffer): Buffer {
  const prefix = Buffer.alloc(2);
  prefix.writeUInt16BE(message.length);
  return Buffer.concat([prefix, message]);
}
