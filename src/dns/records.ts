export interface SrvRecord {
  readonly priority: number;
  readonly weight: number;
  readonly port: number;
  /** Lower case, without the final dot; `.` says that the service is not offered (RFC 2782). */
  readonly target: string;
}

export interface MxRecord {
  readonly preference: number;
  /** Lower case, without the final dot; `.` says that the domain takes no mail (RFC 7505). */
  readonly exchange: string;
}

export interface SoaRecord {
  readonly primary: string;
  readonly serial: number;
  /** Seconds that a negative answer may be kept (RFC 2308). */
  readonly minimum: number;
}

/** What a record of each type says. Names are lower case and without their final dot, addresses in their shortest form. */
export interface RecordData {
  readonly A: string;
  readonly AAAA: string;
  readonly CNAME: string;
  readonly MX: MxRecord;
  readonly SOA: SoaRecord;
  readonly SRV: SrvRecord;
  readonly TXT: string;
}

export type RecordType = keyof RecordData;

export interface RecordOf<T extends RecordType> {
  readonly type: T;
  /** The owner, lower case, without the final dot. */
  readonly name: string;
  /** Seconds. */
  readonly ttl: number;
  readonly data: RecordData[T];
}

export type DnsRecord = { readonly [T in RecordType]: RecordOf<T> }[RecordType];

/** The records of one type that belong to one name, in the order of the message. */
export function recordsOf<T extends RecordType>(
  records: readonly DnsRecord[],
  name: string,
  type: T,
): readonly RecordOf<T>[] {
  const isOfType = (record: DnsRecord): record is DnsRecord & RecordOf<T> => record.type === type;
  return records.filter(isOfType).filter((record) => record.name === name);
}
