/** Words of ours and of protocols, numbers and dates: they mean nobody, even where somebody is called the same. */
const structural: ReadonlySet<string> = new Set([
  'run',
  'type',
  'kind',
  'probe',
  'id',
  'needs',
  'considers',
  'goal',
  'code',
  'problem',
  'option',
  'owner',
  'outcome',
  'state',
  'verdict',
  'origin',
  'scope',
  'security',
  'reached',
  'protocol',
  'direction',
  'startedAt',
  'notBefore',
  'notAfter',
  'passwordExpiresAt',
  'lastBadPasswordAt',
  'fingerprint256',
  'serialNumber',
  'messageId',
  'waypost',
  'field',
]);

/** A value with all its texts as `hide` makes them; names of fields, and what is structure, stay as they are. */
export function redacted<T>(value: T, hide: (text: string) => string): T {
  const visit = (one: unknown, key: string): unknown => {
    if (typeof one === 'string') return structural.has(key) ? one : hide(one);
    if (Array.isArray(one)) return one.map((item) => visit(item, key));
    if (typeof one !== 'object' || one === null) return one;
    return Object.fromEntries(Object.entries(one).map(([name, item]) => [name, visit(item, name)]));
  };
  return visit(value, '') as T;
}
