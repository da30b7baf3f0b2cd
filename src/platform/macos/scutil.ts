/** One resolver of `scutil --dns`, as printed. */
export interface MacResolver {
  /** True for the second part of the output: used only by programs that ask on one interface. */
  readonly scopedToInterface: boolean;
  /** Supplemental match domain: this resolver is asked for names at or below it. */
  readonly domain: string | null;
  readonly search: readonly string[];
  readonly nameservers: readonly string[];
  readonly port: number | null;
  readonly interfaceName: string | null;
  /** Words of the `options` line: `mdns`, `ndots:2`, `attempts:1`. */
  readonly options: readonly string[];
  /** Seconds. */
  readonly timeout: number | null;
  readonly order: number | null;
}

interface Draft {
  scopedToInterface: boolean;
  values: Map<string, string[]>;
}

/** Reads the output of `scutil --dns` (scutil(8)). Never throws; lines that are not understood are passed over. */
export function parseScutilDns(output: string): MacResolver[] {
  const drafts: Draft[] = [];
  let scopedToInterface = false;
  for (const line of output.split(/\r?\n/)) {
    if (/^DNS configuration/.test(line)) scopedToInterface = line.includes('scoped');
    else if (/^resolver #\d+/.test(line)) drafts.push({ scopedToInterface, values: new Map() });
    else addValue(drafts[drafts.length - 1], line);
  }
  return drafts.map(toResolver);
}

/** `search domain[0] : corp.example`: the index only repeats the order of the lines. */
function addValue(draft: Draft | undefined, line: string): void {
  const pair = /^\s+([a-z_ ]+?)(?:\[\d+\])?\s*:\s+(.*)$/.exec(line);
  if (pair === null || draft === undefined) return;
  const [, key = '', value = ''] = pair;
  draft.values.set(key, [...(draft.values.get(key) ?? []), value.trim()]);
}

function toResolver({ scopedToInterface, values }: Draft): MacResolver {
  const first = (key: string) => values.get(key)?.[0] ?? null;
  return {
    scopedToInterface,
    domain: first('domain'),
    search: values.get('search domain') ?? [],
    nameservers: values.get('nameserver') ?? [],
    port: toNumber(first('port')),
    interfaceName: /\(([^)]+)\)/.exec(first('if_index') ?? '')?.[1] ?? null,
    options: (first('options') ?? '').split(/\s+/).filter(Boolean),
    timeout: toNumber(first('timeout')),
    order: toNumber(first('order')),
  };
}

function toNumber(value: string | null): number | null {
  const digits = /^\d{1,9}/.exec(value ?? '')?.[0];
  return digits === undefined ? null : Number(digits);
}
