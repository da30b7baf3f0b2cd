import { describe, expect, it } from 'vitest';
import { registeredPorts } from '../../../src/chain/request.ts';
import { settingsOfMailServers } from '../../../src/discovery/sources/directory/mail-servers.ts';

const server = (n: number) => ({ dn: `CN=EX${n}`, name: `EX${n}`, host: `ex${n}.corp.example`, site: null });

/** Each as `trust service host:port`. */
const said = (servers: Parameters<typeof settingsOfMailServers>[0], home: string | null) =>
  settingsOfMailServers(servers, home, 'corp.example', registeredPorts).flatMap(({ trust, servers: named }) =>
    named.map(({ service, host, port }) => `${trust} ${service} ${host}:${port}`),
  );

const guesses = (host: string) =>
  ['submission 465', 'submission 587', 'imap 993', 'imap 143'].map((one) => {
    const [service, port] = one.split(' ');
    return `guess ${service} ${host}:${port}`;
  });

describe('the mail servers that a directory names', () => {
  it('are the directory’s word, and what the nearest offers to mail clients is a guess', () => {
    expect(said([server(1), server(2)], null)).toEqual([
      'directory exchange ex1.corp.example:443',
      'directory exchange ex2.corp.example:443',
      ...guesses('ex1.corp.example'),
    ]);
  });

  it('are guessed at for the one that has the mailbox', () => {
    expect(said([server(1), server(2)], 'ex2')).toEqual(expect.arrayContaining(guesses('ex2.corp.example')));
    expect(said([server(1)], 'mail.corp.example')).toEqual([
      'directory exchange ex1.corp.example:443',
      ...guesses('mail.corp.example'),
    ]);
    expect(said([], 'EX9')).toEqual(guesses('ex9.corp.example'));
  });

  it('are none when there is nothing, or no name', () => {
    expect(said([], null)).toEqual([]);
    expect(said([], 'no name')).toEqual([]);
  });

  it('are a few of very many', () => {
    const many = Array.from({ length: 100 }, (_, i) => server(i));
    expect(said(many, null).filter((one) => one.startsWith('directory'))).toHaveLength(5);
  });
});
