// Threat: a password leaves its wrapper somewhere in the sources where nobody thinks of transcripts, or comes from the
// environment, where other processes and crash reports find it; or a line of code tells Node to believe every certificate.
// One changed line would be enough; so the sources are searched.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../src', import.meta.url));

function files(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? files(join(folder, entry.name)) : [join(folder, entry.name)],
  );
}

const sources = files(root).map((path) => ({ path: relative(root, path), text: readFileSync(path, 'utf8') }));

function where(pattern: RegExp): string[] {
  return sources.filter(({ text }) => pattern.test(text)).map(({ path }) => path);
}

describe('in the sources', () => {
  it('only the rooms whose protocols need its characters open a secret', () => {
    const opening = where(/\breveal\b/).filter((path) => path !== 'core/secret.ts');
    expect(opening.filter((path) => !/^(directory|submission)\//.test(path))).toEqual([]);
    expect(opening.length).toBeGreaterThan(0);
  });

  it('the environment is read in known places, and never for a secret', () => {
    const known = [/^platform\/node-recorder\.ts$/, /^cli\/process-terminal\.ts$/];
    expect(where(/\bprocess\.env\b/).filter((path) => !known.some((place) => place.test(path)))).toEqual([]);
    expect(where(/(?:env|environment)\W+\w*(?:PASS|SECRET|TOKEN)/i)).toEqual([]);
  });

  it('nothing turns Node’s own verdict off but the one place that judges in its stead', () => {
    expect(where(/rejectUnauthorized|NODE_TLS_REJECT_UNAUTHORIZED|checkServerIdentity:/)).toEqual(['net/secure.ts']);
    expect(where(/tlsConnect|tls\.connect|\bfrom 'node:https'/)).toEqual(['net/secure.ts']);
  });
});
