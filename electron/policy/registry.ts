import { parseRegQuery, type RegistryValue } from '../../src/platform/index.ts';
import { checkDocument, type PolicyLayer } from './document.ts';
import { fieldCalled } from './fields.ts';
import type { PolicyMachine } from './machine.ts';
import { foldRelay } from './relay.ts';

const keys = ['HKLM\\Software\\Policies\\Waypost', 'HKCU\\Software\\Policies\\Waypost'] as const;
/** Milliseconds; reg.exe answers in some ten. */
const patience = 2_000;

/** Group policy, of the computer and then of the user: values of the key are locked, those of its subkey `Preset` are not. */
export async function readRegistry(machine: PolicyMachine): Promise<readonly PolicyLayer[]> {
  const outputs = await Promise.all(
    keys.map((key) => machine.run('reg.exe', ['query', key, '/s'], { timeout: patience })),
  );
  return keys.flatMap((source, i) => {
    const found = valuesByKey(outputs[i] ?? '');
    const locked = found.get('') ?? [];
    const preset = found.get('preset') ?? [];
    return locked.length + preset.length === 0
      ? []
      : [checkDocument({ source, locked: toFields(locked), preset: toFields(preset) })];
  });
}

/** The values that `reg query` printed, by the part of the key behind `Waypost`, in lower case. */
function valuesByKey(output: string): ReadonlyMap<string, readonly RegistryValue[]> {
  return new Map(
    [...parseRegQuery(output)].flatMap(([key, values]) => {
      const part = /^HKEY_\w+\\Software\\Policies\\Waypost(?:\\(.*))?$/i.exec(key);
      return part === null ? [] : [[(part[1] ?? '').toLowerCase(), values] as const];
    }),
  );
}

function toFields(values: readonly RegistryValue[]): Record<string, unknown> {
  return foldRelay(Object.fromEntries(values.map((value) => [fieldCalled(value.name), dataOf(value)])));
}

const flags: ReadonlySet<string> = new Set(['updates', 'sendtests', 'rememberpasswords', 'allowhttp', 'telladdress']);

const lists: ReadonlySet<string> = new Set(['approveddomains', 'validatingresolvers']);

/** Numbers of flags are yes or no; lists are several lines, or one with commas. */
function dataOf({ name, type, data }: RegistryValue): unknown {
  if (type === 'MULTI_SZ') return data.split('\\0').filter((part) => part !== '');
  if (type !== 'DWORD') return lists.has(name.toLowerCase()) ? splitList(data) : data;
  const number = Number(data);
  if (!flags.has(name.toLowerCase())) return number;
  return number === 0 ? false : number === 1 ? true : number;
}

function splitList(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
