import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clients, writeProfile } from '../../../src/clients/index.ts';
import { visible } from '../../../src/core/index.ts';
import { clientAccount, hostileAccount, plainServer } from '../../fakes/client-account.ts';
import { fileOf, isRefused } from '../../fakes/client-files.ts';
import { hasJudges, output } from '../../fakes/program.ts';

describe('the settings sheet', () => {
  it('runs nothing and loads nothing', () => {
    fc.assert(
      fc.property(hostileAccount(), (account) => {
        const html = fileOf('sheet', account, '.html');
        const elements = new Set([...html.matchAll(/<(\w+)/g)].map(([, name]) => name));
        const plain = ['html', 'head', 'meta', 'title', 'style', 'body', 'h1', 'h2', 'table', 'tr', 'th', 'td', 'p'];
        expect([...elements].filter((name) => !plain.includes(name ?? ''))).toEqual([]);
        expect(html).toContain("default-src 'none'");
      }),
    );
  });

  it('shows each value, and spells out what could reorder the text', () => {
    const text = fileOf('sheet', clientAccount({ name: 'Alice \u202eexample' }), '.txt');
    expect(text).toContain('Your name: Alice \\u{202e}example\n');
    expect(text).toContain('  Server: mail.corp.example\n  Port: 993\n');
    fc.assert(
      fc.property(hostileAccount(), (account) => {
        expect(fileOf('sheet', account, '.txt')).toContain(`  User name: ${visible(account.outgoing.user)}\n`);
      }),
    );
  });

  it('is there in German, too', () => {
    const written = writeProfile(clients.sheet, clientAccount(), 'de');
    expect(written.ok && String(written.value.files[0]?.content)).toMatch(
      /<html lang="de">[\s\S]*Posteingang \(IMAP\)/,
    );
  });
});

describe('the QR code for Thunderbird for Android', () => {
  it.runIf(hasJudges)('is what a scanner reads as version 1 of the format', () => {
    const account = clientAccount({
      name: 'Zoë "Zed" 😀',
      incoming: { ...plainServer, protocol: 'imap', port: 143, security: 'starttls' },
    });
    const written = writeProfile(clients.android, account);
    const scanned = scan(written.ok ? (written.value.qr ?? []) : []);
    expect(JSON.parse(scanned)).toEqual([
      1,
      [1, 1],
      [0, 'mail.corp.example', 143, 2, 1, 'alice@corp.example'],
      [
        [
          [0, 'mail.corp.example', 465, 3, 1, 'alice@corp.example'],
          ['alice@corp.example', 'Zoë "Zed" 😀'],
        ],
      ],
    ]);
  });

  it('has room for every account that is not refused', () => {
    const text = '\uffe6'.repeat(128);
    const host = `${'a'.repeat(63)}.`.repeat(3).concat('b'.repeat(61));
    const server = { ...plainServer, host, user: text };
    const account = clientAccount({
      name: text,
      address: `a@${host.slice(0, 250)}`,
      incoming: { ...server, protocol: 'imap' },
      outgoing: server,
    });
    expect(isRefused('android', account)).toBe(false);
  });

  it('is not made for an address that the format cannot hold', () => {
    expect(isRefused('android', clientAccount({ address: 'zoë@corp.example' }))).toBe(true);
  });
});

/** Reads a code from its rows of modules. */
function scan(modules: readonly string[]): string {
  const scale = 4;
  const rows = modules.map((row) => [...row].map((module) => module.repeat(scale)).join(''));
  const lines = rows.flatMap((row) => Array.from({ length: scale }, () => row));
  const folder = mkdtempSync(join(tmpdir(), 'waypost-test-'));
  const file = join(folder, 'code.pbm');
  try {
    writeFileSync(file, `P1\n${rows[0]?.length ?? 0} ${lines.length}\n${lines.join('\n')}\n`);
    return output('zbarimg', ['--quiet', '--raw', file]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
