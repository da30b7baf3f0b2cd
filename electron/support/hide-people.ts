import type { Report } from '../../src/run/index.ts';

/** Somebody whom a run knows, with every form of the name that stands in it. */
type Person = readonly string[];

/** Shorter names are hidden in addresses and where nothing else stands; in a sentence they are ordinary words. */
const shortest = 3;

/**
 * The people of a run: whoever signed in, under each of the account's names, and everybody whom a message was meant for or
 * sent as.
 */
export function peopleIn({ chain, request }: Report): readonly Person[] {
  const { account, signIn, custody, relayPermission, mailbox } = chain;
  const { user, from, to, relayUser } = request?.options ?? {};
  const own = [
    account?.dn,
    account && commonName(account.dn),
    account?.displayName,
    account?.mail,
    ...(account?.aliases ?? []),
    account?.userPrincipalName,
    account?.samAccountName,
    signIn?.principal,
    mailbox?.user,
    user,
  ];
  const others = [
    from,
    relayUser,
    to,
    custody?.recipients.map(({ address }) => address),
    relayPermission.flatMap(({ sender, recipient }) => [sender, recipient]),
  ].flat();
  return [own.filter(isName), ...others.filter(isName).map((name) => [name])];
}

/** The words that the names of a run's servers are made of: where somebody is called the same, they stay what they are. */
export function hostWordsIn({
  chain: { name, domainController: dc, relay, mailbox },
  request,
}: Report): ReadonlySet<string> {
  const hosts = [
    request?.options['server'],
    name?.fqdn,
    dc?.domain,
    dc?.netbiosDomain,
    dc?.host,
    relay?.host,
    mailbox?.host,
  ];
  return new Set(hosts.filter(isName).flatMap((host) => host.toLowerCase().split('.')));
}

/**
 * What hides the people: every form of a name becomes `person-1`, `person-2` …, the same wherever and however it is
 * written; of a mail address the domain stays, which is what a helpdesk has to see. Addresses of people whom the run does
 * not know by name are hidden as well.
 *
 * @param ordinary lower-case words that are hidden in addresses only
 */
export function hiderOf(people: readonly Person[], ordinary: ReadonlySet<string>): (text: string) => string {
  const numbers = new Map<string, string>();
  const numberOf = (forms: readonly string[]): string => {
    const keys = forms.map((form) => form.toLowerCase());
    const known = keys.map((key) => numbers.get(key)).find((number) => number !== undefined);
    const number = known ?? `person-${new Set(numbers.values()).size + 1}`;
    for (const key of keys) if (!numbers.has(key)) numbers.set(key, number);
    return number;
  };
  for (const person of people) if (person.length > 0) numberOf(person.flatMap(formsOf));
  const words = [...numbers.keys()].filter((name) => !ordinary.has(name));
  const inText = words.filter((name) => name.length >= shortest).sort((a, b) => b.length - a.length);
  const pattern = new RegExp([`(${localPart})(?=@)`, ...inText.map(wholeWord)].join('|'), 'giu');
  const alone = new Map(words.map((word) => [word, numbers.get(word)]));
  return (text) =>
    alone.get(text.toLowerCase()) ??
    text.replace(pattern, (found, local: string | undefined) =>
      local === undefined ? (alone.get(found.toLowerCase()) ?? 'person') : numberOf([local]),
    );
}

/** The part of a mail address before the `@`. It is begun at its first character only, so that no text takes long. */
const localPart = '(?<![\\p{L}\\p{N}._+-])[\\p{L}\\p{N}._+-]+';

function wholeWord(name: string): string {
  return `(?<![\\p{L}\\p{N}])${name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')}(?![\\p{L}\\p{N}])`;
}

/** A name without its domain. */
function formsOf(name: string): readonly string[] {
  if (name.includes('=')) return [name];
  const at = name.lastIndexOf('@');
  const bare = at > 0 ? name.slice(0, at) : name.slice(name.lastIndexOf('\\') + 1);
  return [bare];
}

/** The first value of a distinguished name (RFC 4514), without its escapes. */
function commonName(dn: string): string {
  const [, value = ''] = /^[^=]*=((?:\\.|[^,\\])*)/.exec(dn) ?? [];
  return value.replaceAll(/\\(.)/g, '$1');
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
