import type { Socket } from 'node:net';
import type { Endpoint, Listeners } from '../listeners.ts';
import { cap, type LabLog } from '../log.ts';
import { answerQuery, type DnsBehaviours, type DnsReply } from './answer.ts';
import type { Zone } from './zone.ts';

export interface DnsWorld {
  /** Read at each query, because the ports inside SRV records are known last. */
  readonly zone: () => Zone;
  readonly behaviours: DnsBehaviours;
}

/** Serves the zone on one port over UDP and TCP; answers the port. */
export async function serveDns(listeners: Listeners, at: Endpoint, world: DnsWorld, log: LabLog): Promise<number> {
  const handle = (bytes: Buffer, transport: 'udp' | 'tcp', send: (reply: Buffer) => void) => {
    const reply = answer(bytes, world, transport);
    if (!reply) return;
    log.add({ kind: 'dns.query', name: cap(reply.question.name), type: reply.question.type, transport });
    const { bytes: message, delay } = reply;
    if (!message) return;
    if (delay > 0) listeners.later(delay, () => send(message));
    else send(message);
  };
  const port = await listeners.udp(at, (bytes, reply) => handle(bytes, 'udp', reply));
  return listeners.tcp({ ...at, port }, (socket) => {
    const send = (reply: Buffer) => {
      if (socket.writable) socket.write(frame(reply));
    };
    onFrames(socket, (bytes) => handle(bytes, 'tcp', send));
  });
}

/** A name or type that can be read but not written again makes the library throw: such a query gets no answer. */
function answer(bytes: Buffer, world: DnsWorld, transport: 'udp' | 'tcp'): DnsReply | undefined {
  try {
    return answerQuery(bytes, world.zone(), world.behaviours, transport);
  } catch {
    return undefined;
  }
}

/** RFC 1035 4.2.2: two octets of length, then the message; several may come at once. */
function onFrames(socket: Socket, onMessage: (bytes: Buffer) => void): void {
  let pending = Buffer.alloc(0);
  socket.on('data', (chunk) => {
    pending = Buffer.concat([pending, chunk]);
    while (pending.length >= 2 && pending.length >= 2 + pending.readUInt16BE(0)) {
      const end = 2 + pending.readUInt16BE(0);
      onMessage(pending.subarray(2, end));
      pending = pending.subarray(end);
    }
  });
}

function frame(message: Buffer): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(message.length);
  return Buffer.concat([length, message]);
}
