import type { Report, RunEvent } from '../../src/run/index.ts';

/** What is replaced, and by what. */
export type Names = readonly (readonly [name: string, instead: string])[];

/** Shorter ones would be found inside of other words. */
const shortest = 3;

/**
 * The names that a run knows its people by, longest first, so that none is hidden inside another one. A mail address keeps its
 * domain, which is what a helpdesk has to see.
 */
export function peopleIn({ chain: { account, signIn, custody }, request }: Report): Names {
  const options = request?.options ?? {};
  const asked = ['user', 'from', 'to', 'relayUser'].flatMap((name) => options[name] ?? []);
  const own = account
    ? [
        account.dn,
        account.displayName,
        account.mail,
        ...account.aliases,
        account.userPrincipalName,
        account.samAccountName,
      ]
    : [];
  const others = custody?.recipients.map(({ address }) => address) ?? [];
  const found = [...own, signIn?.principal, ...asked, ...others].filter((name) => typeof name === 'string');
  const unique = [...new Set(found.filter((name) => name.length >= shortest))];
  const pairs = unique.flatMap((name, i) => namesOf(name, `person-${i + 1}`));
  return pairs.sort(([a], [b]) => b.length - a.length);
}

function namesOf(name: string, instead: string): Names {
  const at = name.lastIndexOf('@');
  if (at > 0 && !name.includes('=')) {
    const local = name.slice(0, at);
    const whole = [name, `${instead}${name.slice(at)}`] as const;
    return local.length >= shortest ? [whole, [local, instead]] : [whole];
  }
  const [, account = ''] = /^[^\\]+\\(.+)$/.exec(name) ?? [];
  return account.length >= shortest
    ? [
        [name, instead],
        [account, instead],
      ]
    : [[name, instead]];
}

/** A value with every occurrence of the names replaced, in whatever case they are written; keys stay as they are. */
export function withNames<T extends Report | readonly RunEvent[] | unknown>(value: T, names: Names): T {
  if (names.length === 0) return value;
  const instead = new Map(names.map(([name, other]) => [name.toLowerCase(), other]));
  const pattern = new RegExp(names.map(([name]) => escaped(name)).join('|'), 'gi');
  const replace = (one: unknown, key: string): unknown => {
    if (typeof one === 'string') {
      return structural.has(key) ? one : one.replace(pattern, (found) => instead.get(found.toLowerCase()) ?? found);
    }
    if (Array.isArray(one)) return one.map((item) => replace(item, key));
    if (typeof one !== 'object' || one === null) return one;
    return Object.fromEntries(Object.entries(one).map(([name, item]) => [name, replace(item, name)]));
  };
  return replace(value, '') as T;
}

/** Words of ours, which mean nobody even where somebody is called the same. */
const structural = new Set([
  'type',
  'probe',
  'id',
  'code',
  'outcome',
  'kind',
  'option',
  'protocol',
  'direction',
  'goal',
  'run',
  'owner',
]);

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
