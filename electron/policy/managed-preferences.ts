import * as z from 'zod/mini';
import { checkDocument, onlyFault, type PolicyLayer } from './document.ts';
import { fieldCalled } from './fields.ts';
import type { PolicyMachine } from './machine.ts';
import { readProtected } from './protection.ts';
import { foldRelay } from './relay.ts';

/** Milliseconds; plutil answers in some ten. */
const patience = 2_000;
const fields = z.record(z.string(), z.unknown());
const preferences = z.looseObject({ Preset: z._default(fields, {}) });

/**
 * What a configuration profile forces, for the user and then for the computer: macOS keeps it in this folder, and
 * nothing else. Its keys are locked, those of its dictionary `Preset` are not.
 */
export async function readManagedPreferences(machine: PolicyMachine): Promise<readonly PolicyLayer[]> {
  const folder = '/Library/Managed Preferences';
  const file = 'org.waypost.Waypost.plist';
  const layers = await Promise.all(
    [`${folder}/${machine.user}/${file}`, `${folder}/${file}`].map((path) => readPlist(machine, path)),
  );
  return layers.filter((layer): layer is PolicyLayer => layer !== null);
}

async function readPlist(machine: PolicyMachine, path: string): Promise<PolicyLayer | null> {
  const file = await readProtected(machine, path);
  if (file === 'absent') return null;
  if (typeof file === 'string') return onlyFault(path, file);
  const json = await machine.run('plutil', ['-convert', 'json', '-o', '-', path], { timeout: patience });
  const content = preferences.safeParse(toValue(json));
  if (!content.success) return onlyFault(path, 'not-a-policy');
  const { Preset, ...locked } = content.data;
  return checkDocument({ source: path, locked: toFields(locked), preset: toFields(Preset) });
}

function toValue(json: string | null): unknown {
  try {
    return JSON.parse(json ?? 'null');
  } catch {
    return null;
  }
}

function toFields(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return foldRelay(Object.fromEntries(Object.entries(values).map(([name, value]) => [fieldCalled(name), value])));
}
