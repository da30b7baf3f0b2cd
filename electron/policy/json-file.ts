import * as z from 'zod/mini';
import { checkDocument, onlyFault, type PolicyLayer } from './document.ts';
import { faultOf } from './fault.ts';
import type { PolicyMachine } from './machine.ts';
import { readProtected } from './protection.ts';

const version = 1;

const fileSchema = z.looseObject({
  version: z.literal(version),
  locked: z._default(z.record(z.string(), z.unknown()), {}),
  preset: z._default(z.record(z.string(), z.unknown()), {}),
});

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
  const { version: _, locked, preset, ...others } = file.data;
  const layer = checkDocument({ source, locked, preset });
  const unknown = Object.keys(others).filter((name) => name !== '$comment');
  return { ...layer, faults: [...unknown.map((name) => faultOf(source, 'unknown-field', name)), ...layer.faults] };
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
