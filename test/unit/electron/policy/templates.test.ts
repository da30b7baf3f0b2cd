import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { policyFields } from '../../../../electron/contract.ts';
import { readPolicy } from '../../../../electron/policy/index.ts';
import { administered, fixture } from './administered.ts';
import { all, type Element, parseXml } from './tiny-xml.ts';

const template = (name: string) => readFileSync(new URL(`../../../../build/policies/${name}`, import.meta.url), 'utf8');
const ca = fixture('../net/ca.pem');
const byName = (names: readonly string[]) => [...names].sort();

describe('the templates of group policy', () => {
  const admx = parseXml(template('waypost.admx'));
  const policies = all(admx, 'policy');
  const references = [...template('waypost.admx').matchAll(/\$\((string|presentation)\.(\w+)\)/g)];

  it.each(['en-US', 'de-DE'])('have each string and each form in %s, and none too many', (language) => {
    const adml = parseXml(template(`${language}/waypost.adml`));
    for (const kind of ['string', 'presentation'] as const) {
      const there = all(adml, kind).map(({ attributes }) => attributes['id'] ?? '');
      const wanted = new Set(references.filter(([, of]) => of === kind).map(([, , id = '']) => id));
      expect(byName(there)).toEqual(byName([...wanted]));
    }
    for (const text of all(adml, 'string')) expect(text.text.trim()).not.toBe('');
  });

  it.each(['en-US', 'de-DE'])('have an input for each value in %s', (language) => {
    const forms = new Map(
      all(parseXml(template(`${language}/waypost.adml`)), 'presentation').map((form) => [form.attributes['id'], form]),
    );
    for (const policy of policies) {
      const form = forms.get(/\$\(presentation\.(\w+)\)/.exec(policy.attributes['presentation'] ?? '')?.[1] ?? '');
      const inputs = form?.children.map(({ attributes }) => attributes['refId'] ?? '') ?? [];
      expect(inputs).toEqual(valuesOf(policy).flatMap(({ attributes }) => attributes['id'] ?? []));
    }
  });

  it('write values that the program understands, each field locked, and each that can be left open also pre-set', async () => {
    const { values, state } = await readAsWritten(policies);
    expect(state.faults).toEqual([]);
    expect(byName(Object.keys(values.locked))).toEqual(byName(policyFields));
    const permissions = [
      ...['sendTests', 'rememberPasswords', 'allowHttp', 'tellAddress', 'validatingResolvers'],
      'updateFeed',
    ];
    expect(byName(Object.keys(values.preset))).toEqual(
      byName(policyFields.filter((name) => !permissions.includes(name))),
    );
  });
});

/** The elements of a policy that write a value; none for one that is only on or off. */
function valuesOf(policy: Element): readonly Element[] {
  return all(policy, 'elements').flatMap(({ children }) => children);
}

const samples: Readonly<Record<string, string>> = {
  Server: 'mail',
  Domain: 'corp.example',
  CA: 'C:\\ca.pem',
  UpdateFeed: 'https://updates.example/',
};

/** Reads the registry as it is once every policy is switched on. */
function readAsWritten(policies: readonly Element[]): ReturnType<typeof readPolicy> {
  const lines = policies.flatMap((policy) => [
    `HKEY_LOCAL_MACHINE\\${policy.attributes['key']}`,
    ...(policy.attributes['valueName'] ? [`    ${policy.attributes['valueName']}    REG_DWORD    0x1`] : []),
    ...valuesOf(policy).map(lineOf),
  ]);
  const keys = new Map<string, string[]>();
  let key: string[] = [];
  for (const line of lines) {
    if (line.startsWith('HKEY')) {
      key = keys.get(line) ?? [];
      keys.set(line, key);
    } else key.push(line);
  }
  const output = [...keys].flatMap(([name, values]) => ['', name, ...values]).join('\r\n');
  const outputs = { 'reg.exe query HKLM': output };
  return readPolicy({ machine: administered({ platform: 'win32', outputs, files: { 'C:\\ca.pem': ca } }) });
}

function lineOf(element: Element): string {
  const name = element.attributes['valueName'] ?? '';
  if (element.name === 'decimal')
    return `    ${name}    REG_DWORD    0x${Number(element.attributes['minValue']).toString(16)}`;
  if (element.name === 'multiText')
    return `    ${name}    REG_MULTI_SZ    ${name === 'ApprovedDomains' ? 'corp.example\\0hosted.example' : '10.0.0.53'}`;
  if (element.name === 'enum') return `    ${name}    REG_SZ    ${all(element, 'string')[0]?.text ?? ''}`;
  return `    ${name}    REG_SZ    ${samples[name] ?? ''}`;
}

describe('the example of a configuration profile', () => {
  it('is understood, and shows every field', async () => {
    const path = '/Library/Managed Preferences/org.waypost.Waypost.plist';
    const profile = parseXml(template('waypost.mobileconfig'));
    const settings = all(profile, 'dict').find((dict) => dict.children[0]?.text === 'Server');
    const files = { [path]: 'bplist00', '/Library/Application Support/Waypost/ca.pem': ca };
    const outputs = { plutil: JSON.stringify(settings && plistValue(settings)) };
    const { state } = await readPolicy({ machine: administered({ platform: 'darwin', files, outputs }) });
    expect(state.faults).toEqual([]);
    expect(byName(state.fields.map(({ field }) => field))).toEqual(byName(policyFields));
  });
});

/** An element of a property list as JSON has it. */
function plistValue({ name, text, children }: Element): unknown {
  if (name === 'dict') {
    const pairs = children.flatMap((key, i) => (key.name === 'key' ? [[key.text, valueAt(children, i + 1)]] : []));
    return Object.fromEntries(pairs);
  }
  if (name === 'array') return children.map(plistValue);
  if (name === 'integer') return Number(text);
  return name === 'string' ? text : name === 'true';
}

function valueAt(elements: readonly Element[], index: number): unknown {
  const element = elements[index];
  return element === undefined ? null : plistValue(element);
}

describe('the example of a policy file', () => {
  it('is understood, and shows every field', async () => {
    const files = { '/etc/waypost/policy.json': template('policy.json'), '/etc/waypost/ca.pem': ca };
    const { state } = await readPolicy({ machine: administered({ files }) });
    expect(state.faults).toEqual([]);
    expect(byName(state.fields.map(({ field }) => field))).toEqual(byName(policyFields));
  });
});

describe('the page about policies', () => {
  it('names every field', () => {
    const page = readFileSync(new URL('../../../../docs/policies.md', import.meta.url), 'utf8');
    for (const field of policyFields) expect(page).toContain(`\`${field}\``);
  });
});
