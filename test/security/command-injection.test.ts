// Threat: an address, a subject, a file name, a host name or a server's name holds a line end, a bracket, a path or an option,
// and what was data becomes a command to a mail server, a header, a place in somebody's file system, or another option. Or the
// name of a folder on this machine travels along with a file. What counts is what goes over the wire.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { heloName } from '../../src/chain/helo.ts';
import { makeRequest } from '../../src/cli/request/index.ts';
import { runCli } from '../../src/cli/run-cli.ts';
import { octetsOf, plainCommand } from '../../src/submission/session/command.ts';
import { heloName as wireName } from '../../src/submission/session/helo.ts';
import { xtext } from '../../src/submission/transaction/parameters.ts';
import { fakeTerminal } from '../fakes/fake-terminal.ts';
import { alice, friendlyDc, type HostileWorld, hostileWorld, reportOf } from '../fakes/hostile-world.ts';
import { usualOffers } from '../fakes/smtp-server.ts';

let world: HostileWorld | undefined;
afterEach(() => world?.stop());

const smuggled = 'x\r\nDATA\r\nRCPT TO:<eve@evil.example>\r\n.\r\n';
const addresses = [
  'x@y.example>\r\nRCPT TO:<eve@evil.example',
  'bob@partner.example\r\nDATA',
  'bob@partner.example\n',
  '"a\r\nb"@partner.example',
  'bob@partner.example> NOTIFY=NEVER ORCPT=rfc822;x <y@z.example',
  'bob\0@partner.example',
  'bob@partner.example\u2028DATA',
  '<bob@partner.example>',
];

describe('text that holds commands', () => {
  it.each(addresses)('is refused as a recipient and as a sender: %j', async (address) => {
    world = await hostileWorld();
    for (const changes of [{ to: [address] }, { from: address }]) {
      const report = reportOf(await world.run({ goal: 'send', ...changes }));
      expect(report.outcome).not.toBe('passed');
    }
    expect(world.relay.commands.filter((line) => /^(RCPT|DATA)|evil|NEVER/.test(line))).toEqual([]);
  });

  it('is text in subject, body, file name and whatever the directory says', async () => {
    const dc = friendlyDc({ search: alice(smuggled) });
    world = await hostileWorld({ dc });
    const attachments = [{ name: `../../etc/${smuggled}`, base64: Buffer.from('hello').toString('base64') }];
    const message = {
      subject: `Hi\r\nBcc: eve@evil.example\r\n\r\n${smuggled}`,
      text: `.\r\n${smuggled}.\n..\r`,
      attachments,
      dsn: false,
      requireTls: false,
    };
    const report = reportOf(await world.run({ goal: 'send', message }));
    expect(report.outcome).toBe('passed');
    expect(world.relay.commands.filter((line) => line.startsWith('RCPT')).length).toBe(1);
    const [sent = '', ...more] = world.relay.messages;
    expect(more).toEqual([]);
    const header = sent.slice(0, sent.indexOf('\r\n\r\n'));
    expect(header).not.toMatch(/^(?:Bcc|RCPT|DATA)/im);
    expect(sent).not.toContain('etc/');
    expect(sent.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('never makes two lines of one command, whoever forgot to look', () => {
    for (const end of ['\r', '\n', '\r\n', '\0']) expect(() => octetsOf(plainCommand(`NOOP${end}QUIT`))).toThrow();
  });

  it('is no host name to be introduced by', () => {
    for (const name of ['pc\r\nMAIL FROM:<>', 'pc.corp.example\n', 'a b.example', '[1.2.3.4]\r\nx', 'ü.example']) {
      expect(heloName(name, 'corp.example')).toMatch(/^[a-z0-9.[\]:-]+$/i);
      expect(wireName(name, '127.0.0.1')).toMatch(/^[a-z0-9.[\]:-]+$/i);
    }
  });

  it('is encoded in an envelope id', () => {
    expect(xtext('a b+c=d\r\nRCPT <>é')).toMatch(/^[!-*,-<>-~]*(?:\+[0-9A-F]{2}[!-*,-<>-~]*)*$/);
  });
});

describe('an EHLO keyword', () => {
  it('of a hostile server changes no command', async () => {
    world = await hostileWorld({
      relay: { offers: [...usualOffers, 'SIZE 1\rRCPT TO:<eve@evil.example>', 'AUTH PLAIN\tX\rDATA'] },
    });
    await world.run({ goal: 'send' });
    expect(world.relay.commands.join('\n')).not.toContain('evil');
  });
});

describe('words of the command line', () => {
  it.each([
    ['resolve', 'mail.corp.example\r\n'],
    ['resolve', 'mail.corp.example;reboot'],
    ['resolve', '../../etc/passwd'],
    ['resolve', 'mail%0d%0a.example'],
    ['resolve', 'mail', '--search', 'corp.example\nevil.example'],
    ['resolve', 'mail', '--dns', '127.0.0.1\r\n@10.0.0.1'],
    ['route', 'bob@partner.example\r\nDATA'],
    ['sign-in', 'alice\r\nx'],
    ['locate-dc', '--site', 'HQ\r\n'],
    ['locate-dc', '--domain', 'corp.example\0'],
    ['resolve', '-x'],
    ['resolve', '--', '-x'],
  ])('that are no name are refused before anything starts: %j %j', async (...words) => {
    const terminal = fakeTerminal();
    expect(await runCli(words, terminal)).toBe(2);
    expect(terminal.printed()).toBe('');
  });

  it('a file is known by its own name, not by where it lies', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'waypost-test-'));
    mkdirSync(join(folder, 'secret-project'));
    const file = join(folder, 'secret-project', 'figures.txt');
    writeFileSync(file, 'figures');
    const asked = { goal: 'send', user: 'alice@corp.example' } as const;
    const request = await makeRequest(asked, { to: ['bob@partner.example'], attach: [file] });
    expect(request.message.attachments.map(({ name }) => name)).toEqual(['figures.txt']);
    world = await hostileWorld();
    const events = await world.run({ goal: 'send', message: request.message });
    expect(JSON.stringify(events) + world.relay.messages.join('')).not.toContain('secret-project');
    rmSync(folder, { recursive: true, force: true });
  });
});
