import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCapabilities } from '../../../src/submission/session/capabilities.ts';
import { authCommand, octetsOf, plainCommand } from '../../../src/submission/session/command.ts';
import { heloName } from '../../../src/submission/session/helo.ts';
import { xtext } from '../../../src/submission/transaction/parameters.ts';
import { anyText } from '../../fakes/any-text.ts';

describe('capabilities', () => {
  const offered = (...lines: string[]) => readCapabilities({ code: 250, lines: ['mail', ...lines] });

  it('are read in any case, and what is not well-formed is left out', () => {
    const read = offered('pipelining', 'Size 1000', 'AUTH plain login', 'AUTH=PLAIN NTLM', '***', '', 'X-é');
    expect(read).toEqual({
      keywords: ['PIPELINING', 'SIZE', 'AUTH'],
      mechanisms: ['PLAIN', 'LOGIN', 'NTLM'],
      sizeLimit: 1_000,
    });
  });

  it.each(['SIZE', 'SIZE 0', 'SIZE -5', 'SIZE x', 'SIZE 99999999999999999999'])('have no limit in %s', (line) => {
    expect(offered(line).sizeLimit).toBeNull();
  });

  it('do not come from the line that names the server', () => {
    expect(readCapabilities({ code: 250, lines: ['STARTTLS'] }).keywords).toEqual([]);
  });

  it('hold nothing but keywords, whatever is offered', () => {
    fc.assert(
      fc.property(fc.array(anyText()), (lines) => {
        const { keywords, mechanisms } = offered(...lines);
        for (const word of [...keywords, ...mechanisms]) expect(word).toMatch(/^[A-Z0-9_-]+$/);
      }),
    );
  });
});

describe('commands', () => {
  it.each(['RSET\r\nRCPT TO:<e@e>', 'a\nb', 'a\0b'])('are one line: %j is not sent', (line) => {
    expect(() => octetsOf(plainCommand(line))).toThrow('not one command');
  });

  it('show the mechanism of AUTH only', () => {
    expect(authCommand('PLAIN', 'c2VjcmV0').shown).toBe('AUTH PLAIN (credentials)');
  });
});

describe('the name for EHLO', () => {
  it.each([
    ['client.corp.example', '192.0.2.7', 'client.corp.example'],
    ['[192.0.2.9]', '192.0.2.7', '[192.0.2.9]'],
    ['[IPv6:2001:db8::9]', '192.0.2.7', '[IPv6:2001:db8::9]'],
    ['laptop', '192.0.2.7', '[192.0.2.7]'],
    ['', '2001:db8::7', '[IPv6:2001:db8::7]'],
    ['laptop', '::ffff:192.0.2.7', '[192.0.2.7]'],
    ['laptop', 'fe80::1%eth0', '[IPv6:fe80::1]'],
    ['a.b\r\nMAIL FROM:<x>', '192.0.2.7', '[192.0.2.7]'],
    ['laptop', '', '[127.0.0.1]'],
  ])('%j from %s is %s', (wanted, local, expected) => {
    expect(heloName(wanted, local)).toBe(expected);
  });
});

describe('xtext', () => {
  const decode = (text: string) =>
    Buffer.from(
      text.replace(/\+([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
      'latin1',
    ).toString();

  it('comes back as it was, with nothing in it that ends a parameter', () => {
    fc.assert(
      fc.property(
        anyText(8).map((text) => Buffer.from(text).toString()),
        (text) => {
          expect(xtext(text)).toMatch(/^[!-*,-<>-~+]*$/);
          if (xtext(text).length < 97) expect(decode(xtext(text))).toBe(text);
        },
      ),
    );
  });

  it('is never longer than a parameter may be', () => {
    expect(xtext('ä'.repeat(200))).toHaveLength(99);
  });
});
