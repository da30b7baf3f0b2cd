/** Letters that an address may have here: it may become an envelope sender, so nothing that SMTP would read as syntax. */
const address = /^[^\s@<>"(),:;\\[\]\p{C}]{1,64}@[^\s@<>"(),:;\\[\]\p{C}]{1,255}$/u;

export interface Addresses {
  readonly mail: string | null;
  /** Every further address, in the server's order, none twice. */
  readonly aliases: readonly string[];
}

/**
 * A person's mail addresses out of `mail` and `proxyAddresses`. Of the latter `SMTP:` marks the primary address, `smtp:`
 * an alias; other kinds (X500, SIP, EUM) and what is no address are left out.
 */
export function mailAddresses(mail: readonly string[], proxyAddresses: readonly string[]): Addresses {
  const own = mail.filter((text) => address.test(text));
  const proxies = proxyAddresses
    .map((text) => ({
      primary: text.startsWith('SMTP:'),
      text: text.replace(/^smtp:/i, ''),
      smtp: /^smtp:/i.test(text),
    }))
    .filter(({ smtp, text }) => smtp && address.test(text));
  const primary = own[0] ?? proxies.find((proxy) => proxy.primary)?.text ?? null;
  const seen = new Set([primary?.toLowerCase()]);
  const aliases = [...own, ...proxies.map(({ text }) => text)].filter((text) => {
    const isNew = !seen.has(text.toLowerCase());
    seen.add(text.toLowerCase());
    return isNew;
  });
  return { mail: primary, aliases };
}
