import { lookUp, type Zone } from '../dns/zone.ts';
import type { LabLog } from '../log.ts';
import { type Envelope, forward } from './forward.ts';
import type { Mailboxes } from './mailbox.ts';
import { domainOf, isLocal } from './policy.ts';

/** What the relay does with a message after it has said yes. */
export interface Queue {
  /** Returns at once; the message goes its way. */
  accept(queueId: string, envelope: Envelope, raw: Buffer): void;
  /** Resolves when nothing is on its way. */
  idle(): Promise<void>;
}

export interface QueuePlaces {
  readonly helo: string;
  readonly zone: () => Zone;
  readonly gatewayPort: number;
}

export function makeQueue({ helo, zone, gatewayPort }: QueuePlaces, mailboxes: Mailboxes, log: LabLog): Queue {
  const underway = new Set<Promise<void>>();

  const handOver = async (queueId: string, envelope: Envelope, host: string | undefined, raw: Buffer) => {
    const attempt = async () => {
      if (host === undefined) throw new Error('no route to the domain');
      return forward({ address: host, port: gatewayPort }, helo, envelope, raw);
    };
    const reply = await attempt().catch((error: Error) => error.message);
    for (const to of envelope.to) log.add({ kind: 'smtp.forwarded', queueId, to, reply });
  };

  return {
    accept(queueId, { from, to }, raw) {
      for (const address of to.filter(isLocal)) mailboxes.store({ queueId, from, to: address, raw });
      for (const [domain, recipients] of byDomain(to.filter((address) => !isLocal(address)))) {
        const work = handOver(queueId, { from, to: recipients }, routeTo(zone(), domain), raw);
        underway.add(work);
        void work.finally(() => underway.delete(work));
      }
    },
    async idle() {
      while (underway.size > 0) await Promise.all(underway);
    },
  };
}

/** The address of the domain's best mail exchanger (RFC 5321 5.1), undefined when it takes no mail. */
function routeTo(zone: Zone, domain: string): string | undefined {
  const exchangers = lookUp(zone, domain, 'MX').answers.flatMap((record) =>
    record.type === 'MX' ? [record.data] : [],
  );
  exchangers.sort((one, other) => one.preference - other.preference);
  const host = exchangers[0]?.exchange ?? domain;
  const found = lookUp(zone, host, 'A').answers.find((record) => record.type === 'A');
  return found?.type === 'A' ? found.data : undefined;
}

function byDomain(addresses: readonly string[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const address of addresses) {
    const domain = domainOf(address);
    groups.set(domain, [...(groups.get(domain) ?? []), address]);
  }
  return groups;
}
