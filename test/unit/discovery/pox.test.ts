import { describe, expect, it } from 'vitest';
import { readPox } from '../../../src/discovery/sources/autodiscover/read-pox.ts';
import { pox, poxSettings } from '../../fakes/pox.ts';

function read(...protocols: string[]) {
  const answer = readPox(String(poxSettings(...protocols).body), (login) => login);
  if (!answer.ok || answer.value.kind !== 'settings') throw new Error(JSON.stringify(answer));
  return answer.value;
}

const server = (type: string, parts: string) => `<Type>${type}</Type><Server>mail.corp.example</Server>${parts}`;

describe('a POX answer', () => {
  it.each([
    ['IMAP', '<Port>993</Port><SSL>on</SSL>', { service: 'imap', port: 993, security: 'implicit' }],
    ['IMAP', '<Port>143</Port><SSL>on</SSL>', { service: 'imap', port: 143, security: 'starttls' }],
    ['IMAP', '<Port>143</Port><SSL>off</SSL>', { service: 'imap', port: 143, security: 'plain' }],
    ['IMAP', '', { service: 'imap', port: 993, security: 'implicit' }],
    ['POP3', '<Port>995</Port>', { service: 'pop3', port: 995, security: 'implicit' }],
    [
      'SMTP',
      '<Port>587</Port><Encryption>TLS</Encryption>',
      { service: 'submission', port: 587, security: 'starttls' },
    ],
    [
      'SMTP',
      '<Port>465</Port><Encryption>SSL</Encryption>',
      { service: 'submission', port: 465, security: 'implicit' },
    ],
    ['SMTP', '<SSL>on</SSL><Encryption>None</Encryption>', { service: 'submission', port: 587, security: 'plain' }],
    ['SMTP', '<Encryption>TLS</Encryption>', { service: 'submission', port: 587, security: 'starttls' }],
    [
      'SMTP',
      '<Port>587</Port><Encryption>Auto</Encryption>',
      { service: 'submission', port: 587, security: 'starttls' },
    ],
  ])('names a server for %s with %s', (type, parts, expected) => {
    expect(read(server(type, parts))).toMatchObject({
      servers: [{ host: 'mail.corp.example', ...expected }],
      flaws: [],
    });
  });

  it.each([
    ['<SPA>on</SPA>', ['ntlm']],
    ['<SPA>off</SPA>', ['password']],
    ['<AuthRequired>off</AuthRequired><SPA>on</SPA>', ['none']],
    ['', []],
  ])('says with %s how to sign in', (parts, authentication) => {
    expect(read(server('IMAP', parts)).servers).toMatchObject([{ authentication }]);
  });

  it.each([
    ['<LoginName>alice</LoginName>', 'alice'],
    ['<LoginName>alice</LoginName><DomainRequired>on</DomainRequired><DomainName>CORP</DomainName>', 'CORP\\alice'],
    ['<LoginName>alice</LoginName><DomainRequired>off</DomainRequired><DomainName>CORP</DomainName>', 'alice'],
    ['', null],
  ])('says with %s who signs in', (parts, user) => {
    expect(read(server('IMAP', parts)).servers).toMatchObject([{ user }]);
  });

  it('names Exchange by its web services, once, and where mail is read in a browser', () => {
    const web = `<Type>WEB</Type><External><OWAUrl AuthenticationMethod="Fba">https://mail.corp.example/owa/</OWAUrl></External>
      <Internal><OWAUrl>https://cas1.corp.example/owa/</OWAUrl></Internal>`;
    const exchange = (type: string) => server(type, '<ASUrl>https://mail.corp.example/EWS/Exchange.asmx</ASUrl>');
    expect(read(exchange('EXCH'), exchange('EXPR'), web)).toEqual({
      kind: 'settings',
      servers: [
        {
          service: 'exchange',
          host: 'mail.corp.example',
          port: 443,
          security: 'implicit',
          authentication: [],
          user: null,
          url: 'https://mail.corp.example/EWS/Exchange.asmx',
        },
      ],
      documentation: [
        { url: 'https://mail.corp.example/owa/', text: 'Outlook on the web' },
        { url: 'https://cas1.corp.example/owa/', text: 'Outlook on the web' },
      ],
      flaws: [],
    });
  });

  it.each([
    ['an IP address', '<Type>IMAP</Type><Server>192.0.2.1</Server>', 'IP address'],
    ['no server', '<Type>IMAP</Type>', 'names no server'],
    ['a port that is none', server('IMAP', '<Port>x</Port>'), 'no port'],
    ['an encryption that is not known', server('IMAP', '<Encryption>ROT13</Encryption>'), 'Encryption'],
    ['web services without https', server('EXCH', '<ASUrl>http://mail.corp.example/</ASUrl>'), 'not https'],
  ])('loses a section with %s, and that section only', (_, bad, reason) => {
    const { servers, flaws } = read(bad, server('SMTP', ''));
    expect(servers).toMatchObject([{ service: 'submission' }]);
    expect(flaws).toEqual([{ line: 4, reason: expect.stringContaining(reason) }]);
  });

  it.each([
    ['another document', '<clientConfig/>'],
    ['an answer without a response', '<Autodiscover/>'],
    ['a DOCTYPE', '<!DOCTYPE a><Autodiscover><Response/></Autodiscover>'],
  ])('is not believed when it is %s', (_, text) => {
    expect(readPox(text, (login) => login).ok).toBe(false);
  });

  it('keeps what it says of the mailbox apart from where to ask next', () => {
    const answer = (account: string) => readPox(String(pox(account).body), (login) => login);
    expect(answer('<Action>redirectAddr</Action><RedirectAddr>b@corp.example</RedirectAddr>')).toEqual({
      ok: true,
      value: { kind: 'ask-for', target: 'b@corp.example' },
    });
    expect(answer('<Action>redirectUrl</Action><RedirectUrl>https://x.example/</RedirectUrl>')).toEqual({
      ok: true,
      value: { kind: 'ask-url', target: 'https://x.example/' },
    });
  });
});
