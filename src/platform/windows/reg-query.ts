export interface RegistryValue {
  readonly name: string;
  /** Without `REG_`: `SZ`, `DWORD`, `MULTI_SZ` … */
  readonly type: string;
  readonly data: string;
}

/**
 * What `reg query` printed: each key at the left margin, and its values, indented, as `name    REG_TYPE    data`. Keys are
 * whole and as they were printed (`HKEY_LOCAL_MACHINE\…`).
 */
export function parseRegQuery(output: string): ReadonlyMap<string, readonly RegistryValue[]> {
  const keys = new Map<string, RegistryValue[]>();
  // What stands before the first key belongs to none.
  let values: RegistryValue[] = [];
  for (const line of output.split(/\r?\n/)) {
    if (/^HKEY_/i.test(line)) {
      values = [];
      keys.set(line.trim(), values);
    }
    const [, name, type = '', data = ''] = /^ {4}(\S.*?) {4}REG_([A-Z_]+)(?: {4}(.*))?$/.exec(line) ?? [];
    if (name !== undefined) values.push({ name, type, data });
  }
  return keys;
}
