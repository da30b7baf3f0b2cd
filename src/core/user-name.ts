/** Whose user name it is; null for what is not known. */
export interface Addressee {
  readonly address: string | null;
  readonly localPart: string | null;
  readonly domain: string | null;
}

/** Fills in the placeholders of Thunderbird's format (and of the IETF draft): what is unknown stays as it is. */
export function fillIn(text: string, { address, localPart, domain }: Addressee): string {
  return text
    .replaceAll('%EMAILADDRESS%', address ?? '%EMAILADDRESS%')
    .replaceAll('%EMAILLOCALPART%', localPart ?? '%EMAILLOCALPART%')
    .replaceAll('%EMAILDOMAIN%', domain ?? '%EMAILDOMAIN%');
}

const placeholder = /%[A-Z]+%/;

/**
 * The user name that settings say, for the person with an address. Settings that were found for a domain alone, and those that
 * want something else than an address filled in, leave a gap: with that in it, it is nobody's name, and would cost an attempt.
 *
 * @returns null when they say none, or one with a gap
 */
export function userNameFor(said: string | null, address: string | null): string | null {
  if (said === null) return null;
  const at = address?.lastIndexOf('@') ?? -1;
  const localPart = address === null || at === -1 ? null : address.slice(0, at);
  const domain = address === null || at === -1 ? null : address.slice(at + 1);
  const name = fillIn(said, { address, localPart, domain });
  return placeholder.test(name) ? null : name;
}
