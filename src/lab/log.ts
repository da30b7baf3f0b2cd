/** What the lab saw. Never a password; client text is capped, and untrusted like all text from a network. */
export type LabEvent = { readonly at: number } & LabSight;

export type LabSight =
  | { readonly kind: 'dns.query'; readonly name: string; readonly type: string; readonly transport: 'udp' | 'tcp' }
  | { readonly kind: 'cldap.ping'; readonly server: string; readonly domain: string }
  | {
      readonly kind: 'ldap.bind';
      readonly server: string;
      readonly name: string;
      readonly tls: boolean;
      /** LDAP result code; 0 is success. */
      readonly result: number;
      /** Active Directory's code after `data`, where there is one. */
      readonly data?: string;
    }
  | { readonly kind: 'ldap.search'; readonly server: string; readonly base: string; readonly messages: number }
  | { readonly kind: 'imap.auth'; readonly port: number; readonly name: string; readonly accepted: boolean }
  | { readonly kind: 'http.request'; readonly host: string; readonly path: string; readonly status: number }
  | { readonly kind: 'smtp.auth'; readonly port: number; readonly name: string; readonly accepted: boolean }
  | { readonly kind: 'smtp.recipient'; readonly port: number; readonly address: string; readonly reply: number }
  | { readonly kind: 'smtp.message'; readonly queueId: string; readonly from: string; readonly to: readonly string[] }
  | { readonly kind: 'smtp.forwarded'; readonly queueId: string; readonly to: string; readonly reply: string };

export interface LabLog {
  readonly events: readonly LabEvent[];
  add(sight: LabSight): void;
}

/** Enough for any run; a client that floods the lab pushes out the oldest. */
const capacity = 10_000;
const textLimit = 500;

/** Times are milliseconds since the log was made. */
export function makeLog(): LabLog {
  const start = performance.now();
  const events: LabEvent[] = [];
  return {
    events,
    add(sight) {
      if (events.length >= capacity) events.shift();
      events.push({ at: performance.now() - start, ...sight });
    },
  };
}

export function cap(text: string): string {
  return text.slice(0, textLimit);
}

/** How many passwords the world has turned down, over LDAP, SMTP and IMAP together: what an account lockout counts. */
export function failedPasswords(events: readonly LabEvent[]): number {
  return events.filter(
    (event) =>
      (event.kind === 'ldap.bind' && event.result === 49) ||
      ((event.kind === 'smtp.auth' || event.kind === 'imap.auth') && !event.accepted),
  ).length;
}
