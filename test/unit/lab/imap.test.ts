import { once } from 'node:events';
import type { Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { afterEach, expect, test } from 'vitest';
import { failedPasswords, type Lab, startLab } from '../../../src/lab/index.ts';
import { dial, sendAs, talk } from './clients.ts';

let lab: Lab;
const sockets: Socket[] = [];
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await lab.stop();
});

/** A conversation over TLS: what is said, and all that is answered up to the tagged line. */
async function imap(port: number, security: 'implicit' | 'starttls' = 'implicit') {
  let socket: Socket = dial(port);
  let input = '';
  const until = async (end: RegExp): Promise<string> => {
    while (!end.test(input)) {
      const [chunk] = await once(socket, 'data');
      input += String(chunk);
    }
    const answer = input;
    input = '';
    return answer;
  };
  const say = (line: string) => {
    socket.write(`t ${line}\r\n`);
    return until(/^t (?:OK|NO|BAD) [^\r\n]*\r\n$/m);
  };
  const secure = async () => {
    socket = connectTls({ socket, servername: 'imap.corp.example', ca: [lab.ca] });
    await once(socket, 'secureConnect');
  };
  if (security === 'starttls') {
    await until(/^\* OK /m);
    expect(await say('CAPABILITY')).toMatch(/ STARTTLS LOGINDISABLED\r\n/);
    expect(await say(`LOGIN alice@corp.example ${lab.password}`)).toMatch(/^t NO \[PRIVACYREQUIRED\]/);
    await say('STARTTLS');
  }
  sockets.push(socket);
  await secure();
  sockets.push(socket);
  if (security === 'implicit') await until(/^\* OK /m);
  const send = (text: string) => socket.write(text);
  return { say, send, until };
}

const signIn = () => `LOGIN alice@corp.example "${lab.password}"`;

test('an account signs in over both kinds of TLS, with its own password only, and every wrong one is counted', async () => {
  lab = await startLab();
  const implicit = await imap(lab.ports.imaps);
  expect(await implicit.say('LOGIN alice@corp.example canary-7d1')).toMatch(/^t NO \[AUTHENTICATIONFAILED\]/);
  expect(await implicit.say(signIn())).toMatch(/^t OK/);
  const explicit = await imap(lab.ports.imap, 'starttls');
  const secret = Buffer.from(`\0alice@corp.example\0${lab.password}`).toString('base64');
  expect(await explicit.say(`AUTHENTICATE PLAIN ${secret}`)).toMatch(/^t OK/);
  expect(failedPasswords(lab.log)).toBe(1);
  expect(JSON.stringify(lab.log)).not.toContain('canary');
});

test('an account that is locked does not get in', async () => {
  lab = await startLab({ faults: ['account-locked'] });
  expect(await (await imap(lab.ports.imaps)).say(signIn())).toMatch(/^t NO/);
});

test('a message to oneself lies in the inbox with both of its hops, and can be found and read', async () => {
  lab = await startLab();
  const { say, send, until } = await imap(lab.ports.imaps);
  send(`t LOGIN {18}\r\n`);
  await until(/^\+ /);
  send(`alice@corp.example {${lab.password.length}+}\r\n${lab.password}\r\n`);
  expect(await until(/^t /m)).toMatch(/^t OK/);
  expect(await say('EXAMINE inbox')).toContain('* 0 EXISTS\r\n');
  const relay = await talk(lab, lab.ports.submission, 'starttls');
  await sendAs(relay, lab, 'alice@corp.example', 'alice@corp.example', 'alice@corp.example');
  relay.end();
  expect(await say('NOOP')).toContain('* 1 EXISTS\r\n');
  expect(await say('UID SEARCH SINCE 1-Jan-2020 HEADER Subject "HELL"')).toContain('* SEARCH 1\r\n');
  expect(await say('UID SEARCH NOT HEADER Subject hello')).toContain('* SEARCH\r\n');
  const [from, by] = (await say('UID FETCH 1 (BODY.PEEK[HEADER])')).match(/^Received: .*\r\n\t.*/gm) ?? [];
  expect(from).toMatch(/from mail\.corp\.example .*\r\n\tby imap\.corp\.example .* with LMTPS id /);
  expect(by).toMatch(/\r\n\tby mail\.corp\.example .* with ESMTPSA id /);
  expect(await say('FETCH 1 BODY.PEEK[TEXT]<0.4>')).toContain('BODY[TEXT]<0> {4}\r\n.one)\r\n');
});

test('folders have their roles, and the mailbox says how full it is', async () => {
  lab = await startLab({ faults: ['mailbox-full'] });
  const { say } = await imap(lab.ports.imaps);
  await say(signIn());
  expect(await say('LIST "" "*"')).toContain('* LIST (\\HasNoChildren \\Junk) "/" Junk\r\n');
  expect(await say('LIST "" "Sen%"')).toMatch(/^\* LIST \(\\HasNoChildren \\Sent\) "\/" Sent\r\nt OK/);
  expect(await say('GETQUOTAROOT INBOX')).toContain('(STORAGE 1048576 1048576)\r\n');
  expect(await say('FETCH 1 FLAGS')).toMatch(/^t BAD/);
  expect(await say('UID SEARCH ((((')).toMatch(/^t BAD/);
  expect(await say('LIST ((((((((((((((((((((((')).toMatch(/^t BAD/);
});
