import { deadline, err, type Result, times } from '../../core/index.ts';
import type { Loss, Wire } from '../../net/index.ts';
import { type Reply, replyClass, replyLines } from './reply.ts';

/** A message ready for DATA: dots doubled, a line end at its end. */
export interface Body {
  readonly octets: Buffer;
  /** Of the message itself. */
  readonly size: number;
}

export interface BodyEnd {
  readonly result: Result<Reply, Loss>;
  /** The final dot was written, so the message may have been taken, whatever else happened. */
  readonly complete: boolean;
}

const chunkSize = 65_536;
const finalDot = Buffer.from('.\r\n');

/** Writes a body and its final dot, and waits for the reply; one deadline for all of it. */
export async function writeBody(wire: Wire<Reply>, { octets }: Body, signal: AbortSignal): Promise<BodyEnd> {
  const limit = deadline(signal, times.smtpData);
  try {
    const last = octets.length - (octets.length % chunkSize);
    for (let at = 0; at < last; at += chunkSize) {
      const stop = await writeChunk(wire, octets.subarray(at, at + chunkSize), limit.signal);
      if (stop !== null) return stop;
    }
    const early = wordBeforeTheEnd(wire);
    if (early !== null) return early;
    wire.send(Buffer.concat([octets.subarray(last), finalDot]));
    return { result: await wire.next(limit.signal, Number.POSITIVE_INFINITY), complete: true };
  } finally {
    limit.clear();
  }
}

async function writeChunk(wire: Wire<Reply>, chunk: Uint8Array, signal: AbortSignal): Promise<BodyEnd | null> {
  const early = wordBeforeTheEnd(wire);
  if (early !== null) return early;
  const loss = await wire.write(chunk, signal);
  // A server that refuses in the middle often closes at once: its words are worth more than the broken pipe.
  return loss === null ? null : (wordBeforeTheEnd(wire) ?? { result: err(loss), complete: false });
}

/** A server may refuse before it has seen the end; it cannot accept. */
function wordBeforeTheEnd(wire: Wire<Reply>): BodyEnd | null {
  const early = wire.early();
  if (early === null) return null;
  if (!early.ok) return { result: early, complete: false };
  const loss = wire.lose({ kind: 'unsolicited', line: replyLines(early.value).join(' ') });
  return { result: replyClass(early.value) >= 4 ? early : err(loss), complete: false };
}
