import type { DnsServer } from '../settings.ts';

export interface ServerOrder {
  /** The servers in the order to ask them, for one question. */
  next(): readonly DnsServer[];
  /** Remembers whether a server answered before others had to be asked. */
  note(server: DnsServer, prompt: boolean): void;
}

/**
 * The order of resolv.conf(5), started from another server each time when `rotate` is set. A server that kept a
 * question waiting goes behind the others, so that a dead first server costs its stagger once and not at every step.
 */
export function serverOrder(servers: readonly DnsServer[], rotate: boolean): ServerOrder {
  const late = new Set<DnsServer>();
  let questions = 0;
  return {
    next() {
      const start = rotate && servers.length > 0 ? questions++ % servers.length : 0;
      const rotated = [...servers.slice(start), ...servers.slice(0, start)];
      return [...rotated.filter((server) => !late.has(server)), ...rotated.filter((server) => late.has(server))];
    },
    note(server, prompt) {
      if (prompt) late.delete(server);
      else late.add(server);
    },
  };
}
