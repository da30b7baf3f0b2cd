import { excerpt } from './names.ts';

/** The resolver options of resolv.conf(5) that change how names are asked for; times in milliseconds. */
export interface ResolverOptions {
  readonly ndots: number;
  readonly timeout: number;
  readonly attempts: number;
  readonly rotate: boolean;
  readonly useTcp: boolean;
}

/** The caps that resolv.conf(5) documents. */
const LIMITS = {
  ndots: { least: 0, most: 15, unit: 1 },
  timeout: { least: 1, most: 30, unit: 1000 },
  attempts: { least: 1, most: 5, unit: 1 },
} as const;

/** Known, and without effect on a client that reads the answers itself. */
const WITHOUT_EFFECT = new Set([
  'debug',
  'edns0',
  'inet6',
  'ip6-bytestring',
  'ip6-dotint',
  'no-aaaa',
  'no-check-names',
  'no-ip6-dotint',
  'no-reload',
  'no-tld-query',
  'no_tld_query',
  'single-request',
  'single-request-reopen',
  'strict-error',
  'trust-ad',
]);

function isLimited(name: string): name is keyof typeof LIMITS {
  return Object.hasOwn(LIMITS, name);
}

/**
 * Applies words such as `ndots:2` and `rotate` to `options`, as an `options` line or RES_OPTIONS does.
 * What is out of range is brought into it, what is unknown is left out; both leave a remark in `notes`.
 */
export function applyOptions(options: ResolverOptions, words: readonly string[], notes: string[]): ResolverOptions {
  return words.reduce((sofar, word) => applyOption(sofar, word, notes), options);
}

function applyOption(options: ResolverOptions, word: string, notes: string[]): ResolverOptions {
  if (word === 'rotate') return { ...options, rotate: true };
  if (word === 'use-vc' || word === 'usevc') return { ...options, useTcp: true };
  if (WITHOUT_EFFECT.has(word)) return options;
  const [name = '', value = ''] = word.split(':', 2);
  if (!isLimited(name) || !/^\d{1,9}$/.test(value)) {
    notes.push(`The resolver option '${excerpt(word)}' is not understood`);
    return options;
  }
  const { least, most, unit } = LIMITS[name];
  const wanted = Number(value);
  const taken = Math.min(most, Math.max(least, wanted));
  if (taken !== wanted) notes.push(`The resolver option '${excerpt(word)}' is out of range, ${taken} is used`);
  return { ...options, [name]: taken * unit };
}
