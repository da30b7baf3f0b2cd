const label = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/i;

/** This client's full name, or null when it has none that others could resolve. */
export function fullHostName(hostname: string, domain: string | null): string | null {
  const full = hostname.includes('.') || domain === null ? hostname : `${hostname}.${domain}`;
  const labels = full.toLowerCase().split('.');
  return labels.length > 1 && labels.every((part) => label.test(part)) ? labels.join('.') : null;
}

/**
 * How this client introduces itself (RFC 5321 4.1.4): its full name when it has one, else an address literal.
 *
 * @param hostname as the system tells it, with or without a domain
 * @param domain of this machine, when known
 */
export function heloName(hostname: string, domain: string | null): string {
  return fullHostName(hostname, domain) ?? '[127.0.0.1]';
}
