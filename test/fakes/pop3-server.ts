import {
  type FakeMailboxServer,
  fakeMailboxServer,
  type MailboxBehaviour,
  type MailboxScript,
} from './mailbox-server.ts';

export interface Pop3Script extends MailboxScript {
  readonly password?: string;
  readonly capabilities?: readonly string[];
}

/** A POP3 server with one mailbox, for alice. */
export function fakePop3Server(script: Pop3Script = {}): Promise<FakeMailboxServer> {
  const { password = 'secret-pass', capabilities = ['USER', 'UIDL', 'SASL PLAIN'] } = script;
  const judge = (given: string | undefined) => (given === password ? '+OK welcome' : '-ERR [AUTH] not so');
  const usual: MailboxBehaviour = {
    verbAt: 0,
    greeting: '+OK mail.corp.example ready',
    otherwise: '-ERR what',
    on: {
      CAPA: `+OK list\r\n${capabilities.join('\r\n')}\r\n.`,
      STLS: (connection) => {
        connection.write('+OK begin\r\n');
        connection.startTls();
      },
      USER: '+OK and',
      PASS: ({ write }, _, words) => write(`${judge(words.slice(1).join(' '))}\r\n`),
      AUTH: (connection, _, words) => {
        const take = (line: string) =>
          connection.write(`${judge(Buffer.from(line, 'base64').toString('utf8').split('\0')[2])}\r\n`);
        if (words[2] !== undefined) return take(words[2]);
        connection.write('+ \r\n');
        connection.nextLine(take);
      },
      QUIT: '+OK bye',
    },
  };
  return fakeMailboxServer(usual, script);
}
