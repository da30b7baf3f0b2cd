/** One record of the lab's DNS, names without a final dot. */
export type LabRecord =
  | { readonly name: string; readonly type: 'A' | 'AAAA' | 'CNAME' | 'TXT'; readonly data: string }
  | { readonly name: string; readonly type: 'MX'; readonly data: { preference: number; exchange: string } }
  | {
      readonly name: string;
      readonly type: 'SRV';
      readonly data: { priority: number; weight: number; port: number; target: string };
    };

export interface Zone {
  /** Domains the lab speaks for; everything else does not exist. */
  readonly origins: readonly string[];
  readonly records: readonly LabRecord[];
}

export interface ZoneAnswer {
  readonly nameExists: boolean;
  readonly answers: readonly LabRecord[];
  /** Addresses of the servers that the answers name. */
  readonly additional: readonly LabRecord[];
  /** Where the SOA of a negative answer lies (RFC 2308): the origin, or '' for the root. */
  readonly origin: string;
}

const longestChain = 8;

/** What a resolver knows about `name`, after following aliases (RFC 1034 3.6.2). */
export function lookUp(zone: Zone, name: string, type: string): ZoneAnswer {
  const answers: LabRecord[] = [];
  let wanted = lower(name);
  for (let hop = 0; hop < longestChain; hop++) {
    const here = zone.records.filter((record) => lower(record.name) === wanted);
    const direct = here.filter((record) => record.type === type);
    answers.push(...direct);
    const alias = here.find((record) => record.type === 'CNAME');
    if (direct.length > 0 || !alias || alias.type !== 'CNAME') break;
    answers.push(alias);
    wanted = lower(alias.data);
  }
  return {
    nameExists: exists(zone, wanted),
    answers,
    additional: answers.flatMap((record) => addressesOf(zone, record)),
    origin: zone.origins.find((origin) => isWithin(wanted, origin)) ?? '',
  };
}

/** A name exists when it owns a record, or when a name below it does (RFC 8020). */
function exists(zone: Zone, name: string): boolean {
  return (
    zone.origins.some((origin) => lower(origin) === name) ||
    zone.records.some((record) => isWithin(lower(record.name), name))
  );
}

function addressesOf(zone: Zone, record: LabRecord): LabRecord[] {
  const host = record.type === 'MX' ? record.data.exchange : record.type === 'SRV' ? record.data.target : undefined;
  if (host === undefined) return [];
  return zone.records.filter(({ name, type }) => lower(name) === lower(host) && (type === 'A' || type === 'AAAA'));
}

function isWithin(name: string, parent: string): boolean {
  return name === lower(parent) || name.endsWith(`.${lower(parent)}`);
}

function lower(name: string): string {
  return name.toLowerCase().replace(/\.$/, '');
}
