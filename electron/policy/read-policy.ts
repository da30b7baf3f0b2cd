import { withCertificates } from './certificates.ts';
import type { PolicyLayer } from './document.ts';
import { policyFiles, readJsonFile } from './json-file.ts';
import { nodeMachine, type PolicyMachine } from './machine.ts';
import { readManagedPreferences } from './managed-preferences.ts';
import { mergeLayers } from './merge.ts';
import type { Policy } from './policy.ts';
import { readRegistry } from './registry.ts';

export interface PolicySources {
  readonly machine?: PolicyMachine;
  /** Policy files; left out: those of the platform. Nothing that a user of the program can choose leads here. */
  readonly files?: readonly string[];
}

/** What the administrators of this computer have pre-set and locked. Never rejects. */
export async function readPolicy({
  machine = nodeMachine(),
  files = policyFiles(machine),
}: PolicySources = {}): Promise<Policy> {
  const [own, ...fromFiles] = await Promise.all([
    readOwn(machine),
    ...files.map((file) => readJsonFile(machine, file)),
  ]);
  const layers = [...own, ...fromFiles.filter((layer): layer is PolicyLayer => layer !== null)];
  return mergeLayers(await Promise.all(layers.map((layer) => withCertificates(machine, layer))));
}

/** Where the platform itself keeps policies. */
async function readOwn(machine: PolicyMachine): Promise<readonly PolicyLayer[]> {
  if (machine.platform === 'win32') return readRegistry(machine);
  return machine.platform === 'darwin' ? readManagedPreferences(machine) : [];
}
