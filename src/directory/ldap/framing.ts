import { err, ok, type Result } from '../../core/index.ts';
import { BerError, berExtent, berTag } from './ber.ts';

/** Cuts a stream of bytes into LDAP messages. */
export interface MessageSplitter {
  /** All messages that are complete with this chunk, or why the stream cannot be read on. */
  take(chunk: Buffer): Result<readonly Buffer[], string>;
  /** Bytes of a message that has not arrived in full. */
  readonly pending: number;
}

/** @param limit bytes of one message; a server that announces more is not listened to */
export function splitMessages(limit: number): MessageSplitter {
  let chunks: Buffer[] = [];
  let pending = 0;
  /** Below this number of bytes there is nothing to read: bytes that drip one by one must not cost a copy each. */
  let needed = 2;

  const cut = (): Buffer[] => {
    const messages: Buffer[] = [];
    let rest = Buffer.concat(chunks);
    for (;;) {
      const end = messageEnd(rest, limit);
      needed = end ?? rest.length + 1;
      if (end === null || end > rest.length) break;
      messages.push(rest.subarray(0, end));
      rest = rest.subarray(end);
    }
    chunks = [rest];
    pending = rest.length;
    return messages;
  };

  return {
    take(chunk) {
      chunks.push(chunk);
      pending += chunk.length;
      if (pending < needed) return ok([]);
      try {
        return ok(cut());
      } catch (error) {
        if (error instanceof BerError) return err(error.message);
        throw error;
      }
    },
    get pending() {
      return pending;
    },
  };
}

function messageEnd(bytes: Buffer, limit: number): number | null {
  const tag = bytes[0];
  if (tag !== undefined && tag !== berTag.sequence)
    throw new BerError(`tag 0x${tag.toString(16)}, which starts no message`);
  const extent = berExtent(bytes);
  if (extent !== null && extent.end > limit)
    throw new BerError(`a message of ${extent.end} bytes, the limit is ${limit}`);
  return extent?.end ?? null;
}
