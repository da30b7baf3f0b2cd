import { lookUp, type Zone } from '../dns/zone.ts';
import type { LabLog } from '../log.ts';
import type { LabSettings } from '../settings.ts';
import { deliver, tell } from './delivery.ts';
import { forward } from './forward.ts';
import type { Mailboxes } from './mailbox.ts';
import { domainOf, isLocal } from './policy.ts';

export interface Recipient {
  readonly address: string;
  /** What the sender wants to be told of (RFC 3461 4.1); empty: nothing was said. */
  readonly notify: readonly string[];
}

/** Whose message it is, and for whom. */
export interface Accepted {
  readonly from: string;
  readonly to: readonly Recipient[];
}

/** What the relay does with a message after it has said yes. */
export interface Queue {
  /** Returns at once; the message goes its way. */
  accept(queueId: string, accepted: Accepted, raw: Buffer): void;
  /** Resolves when nothing is on its way. */
  idle(): Promise<void>;
}

export interface QueuePlaces {
  readonly helo: string;
  readonly zone: () => Zone;
  readonly gatewayPort: number;
  readonly delivery: LabSettings['delivery'];
}

export function makeQueue(
  { helo, zone, gatewayPort, delivery }: QueuePlaces,
  mailboxes: Mailboxes,
  log: LabLog,
): Queue {
  const underway = new Set<Promise<void>>();

  const handOver = async (queueId: string, { from, to }: Accepted, host: string | undefined, raw: Buffer) => {
    const attempt = async () => {
      if (host === undefined) throw new Error('no route to the domain');
      const envelope = { from, to: to.map(({ address }) => address) };
      return forward({ address: host, port: gatewayPort }, helo, envelope, raw);
    };
    const reply = await attempt().catch((error: Error) => error.message);
    for (const { address, notify } of to) {
      log.add({ kind: 'smtp.forwarded', queueId, to: address, reply });
      const fate = fateOf(address, reply);
      if (fate !== null) tell(from, notify, raw, fate, mailboxes);
    }
  };

  return {
    accept(queueId, { from, to }, raw) {
      for (const { address, notify } of to.filter((one) => isLocal(one.address))) {
        deliver({ queueId, from, to: address, raw }, delivery, mailboxes);
        tell(from, notify, raw, { recipient: address, action: 'delivered', status: '2.0.0', reply: null }, mailboxes);
      }
      for (const [domain, recipients] of byDomain(to.filter((one) => !isLocal(one.address)))) {
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

/** What a reply means for a recipient; null where a real relay would try again later. The gateway promises no notices of its own. */
function fateOf(recipient: string, reply: string): Parameters<typeof tell>[3] | null {
  if (reply.startsWith('2')) return { recipient, action: 'relayed', status: '2.0.0', reply };
  const [, status = '5.0.0'] = /^5\d\d (5\.\d{1,3}\.\d{1,3})/.exec(reply) ?? [];
  return reply.startsWith('5') ? { recipient, action: 'failed', status, reply } : null;
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

function byDomain(recipients: readonly Recipient[]): Map<string, Recipient[]> {
  const groups = new Map<string, Recipient[]>();
  for (const recipient of recipients) {
    const domain = domainOf(recipient.address);
    groups.set(domain, [...(groups.get(domain) ?? []), recipient]);
  }
  return groups;
}
