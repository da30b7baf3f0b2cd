import * as z from 'zod/mini';
import { checkDocument, onlyFault, type PolicyLayer } from './document.ts';
import type { PolicyMachine } from './machine.ts';
import { readProtected } from './protection.ts';

const version = 1;

const fileSchema = z.looseObject({ version: z.literal(version) });

/** A field with what is said about it; a field that stands there as its bare value is pre-set. */
const longForm = z.strictObject({ value: z.unknown(), locked: z._default(z.boolean(), false) });

/** The policy files of a platform. */
export function policyFiles({ platform, environment }: PolicyMachine): readonly string[] {
  if (platform === 'win32') return [`${environment('ProgramData') ?? 'C:\\ProgramData'}\\Waypost\\policy.json`];
  if (platform === 'darwin') return ['/Library/Application Support/Waypost/policy.json'];
  return ['/etc/waypost/policy.json'];
}

/** A policy in a JSON file. One that an ordinary user can write counts for nothing, which is said. */
export async function readJsonFile(machine: PolicyMachine, path: string): Promise<PolicyLayer | null> {
  const content = await readProtected(machine, path);
  if (content === 'absent') return null;
  return typeof content === 'string' ? onlyFault(path, content) : parseFile(path, content.toString('utf8'));
}

function parseFile(source: string, text: string): PolicyLayer {
  const content = parseJson(text);
  if (content === undefined) return onlyFault(source, 'not-json');
  const file = fileSchema.safeParse(content);
  if (!file.success) return onlyFault(source, isNewer(content) ? 'newer-version' : 'not-a-policy');
  const locked: Record<string, unknown> = {};
  const preset: Record<string, unknown> = {};
  for (const [name, given] of Object.entries(file.data)) {
    // A name that begins so is a comment, or the place of a schema.
    if (name === 'version' || name.startsWith('$')) continue;
    const long = longForm.safeParse(given);
    if (!long.success || long.data.value === undefined) preset[name] = given;
    else if (long.data.locked) locked[name] = long.data.value;
    else preset[name] = long.data.value;
  }
  return checkDocument({ source, locked, preset });
}

function parseJson(text: string): unknown {
  try {
    // Editors on Windows begin a file with a byte order mark.
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return undefined;
  }
}

function isNewer(content: unknown): boolean {
  const known = z.object({ version: z.int().check(z.gt(version)) });
  return known.safeParse(content).success;
}
