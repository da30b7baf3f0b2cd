// Threat: a password leaves its wrapper somewhere in the sources where nobody thinks of transcripts, or comes from the
// environment, where other processes and crash reports find it; or a line of code tells Node to believe every certificate.
// One changed line would be enough; so the sources are searched.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

function files(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? files(join(folder, entry.name)) : [join(folder, entry.name)],
  );
}

const sources = ['src', 'electron']
  .flatMap((area) => files(join(root, area)))
  .map((path) => ({ path: relative(root, path), text: readFileSync(path, 'utf8') }));

function where(pattern: RegExp): string[] {
  return sources.filter(({ text }) => pattern.test(text)).map(({ path }) => path);
}

describe('in the sources', () => {
  it('only the rooms whose protocols need its characters open a secret, and three functions elsewhere', () => {
    const shell = ['electron/runs/hand-over.ts', 'electron/secrets/safe.ts', 'src/discovery/http/credentials.ts'];
    const opening = where(/\breveal\b/).filter((path) => path !== 'src/core/secret.ts');
    expect(opening.filter((path) => !/^src\/(directory|submission|mailbox)\//.test(path)).sort()).toEqual(shell);
    for (const { path, text } of sources.filter(({ path }) => shell.includes(path))) {
      const functions = text.split(/^(?=(?:export )?(?:async )?function )/m).filter((part) => /\breveal\(/.test(part));
      expect(functions, path).toHaveLength(1);
    }
  });

  it('the environment is read in known places, and never for a secret', () => {
    const known = [
      'electron/services/main.ts',
      'src/platform/node-recorder.ts',
      'src/cli/process-terminal.ts',
      'electron/engine/utility.ts',
    ];
    expect(where(/\bprocess\.env\b/).filter((path) => !known.includes(path))).toEqual([]);
    expect(where(/(?:env|environment)\W+\w*(?:PASS|SECRET|TOKEN)/i)).toEqual([]);
  });

  it('nothing turns Node’s own verdict off but the one place that judges in its stead', () => {
    expect(where(/rejectUnauthorized|NODE_TLS_REJECT_UNAUTHORIZED|checkServerIdentity:/)).toEqual([
      'src/net/secure.ts',
    ]);
    expect(where(/tlsConnect|tls\.connect|\bfrom 'node:https'/)).toEqual(['src/net/secure.ts']);
  });
});
