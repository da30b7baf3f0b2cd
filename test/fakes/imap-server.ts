import {
  type FakeMailboxServer,
  fakeMailboxServer,
  type MailboxAnswer,
  type MailboxBehaviour,
  type MailboxScript,
} from './mailbox-server.ts';

export interface ImapMessage {
  readonly folder: string;
  readonly source: string;
  /** Seen only from this search on, counted over all folders from 1. */
  readonly fromSearch?: number;
}

export interface ImapScript extends MailboxScript {
  readonly password?: string;
  readonly capabilities?: readonly string[];
  readonly messages?: readonly ImapMessage[];
}

export const usualCapabilities = ['IMAP4rev1', 'SASL-IR', 'AUTH=PLAIN', 'QUOTA', 'SPECIAL-USE', 'IDLE', 'UIDPLUS'];

/** An IMAP server with one mailbox, for alice, that knows as much as the tests ask. */
export function fakeImapServer(script: ImapScript = {}): Promise<FakeMailboxServer> {
  const { password = 'secret-pass', capabilities = usualCapabilities, messages = [] } = script;
  let selected = 'INBOX';
  let searches = 0;
  const here = () =>
    messages.filter(({ folder, fromSearch = 0 }) => folder === selected && fromSearch <= Math.max(searches, 0));
  const select: MailboxAnswer = ({ write }, tag, words) => {
    selected = (words[2] ?? '').replaceAll('"', '');
    const lines = [
      `* ${here().length} EXISTS`,
      '* OK [UIDVALIDITY 7] here',
      `* OK [UIDNEXT ${here().length + 1}] next`,
    ];
    write(`${lines.join('\r\n')}\r\n${tag} OK [READ-ONLY] opened\r\n`);
  };
  const usual: MailboxBehaviour = {
    verbAt: 1,
    greeting: '* OK mail.corp.example IMAP4rev1 ready',
    otherwise: '% OK done',
    on: {
      CAPABILITY: ({ write }, tag) => write(`* CAPABILITY ${capabilities.join(' ')}\r\n${tag} OK done\r\n`),
      STARTTLS: (connection, tag) => {
        connection.write(`${tag} OK begin\r\n`);
        connection.startTls();
      },
      AUTHENTICATE: (connection, tag) => {
        connection.write('+ \r\n');
        connection.nextLine((line) => {
          const given = Buffer.from(line, 'base64').toString('utf8').split('\0')[2];
          connection.write(
            given === password ? `${tag} OK signed in\r\n` : `${tag} NO [AUTHENTICATIONFAILED] not so\r\n`,
          );
        });
      },
      LOGIN: ({ write }, tag, words) =>
        write(words[3] === `"${password}"` ? `${tag} OK signed in\r\n` : `${tag} NO [AUTHENTICATIONFAILED] not so\r\n`),
      NAMESPACE: '* NAMESPACE (("" "/")) NIL NIL\r\n% OK done',
      LIST: ({ write }, tag, words) =>
        write(
          (words.at(-1) === '""'
            ? ['* LIST (\\Noselect) "/" ""']
            : [
                '* LIST (\\HasNoChildren) "/" INBOX',
                '* LIST (\\HasNoChildren \\Junk) "/" "Spam"',
                '* LIST (\\HasNoChildren \\Sent) "/" "Sent"',
                '* LIST (\\HasNoChildren) "/" "Holidays"',
              ]
          )
            .concat(`${tag} OK done`)
            .map((line) => `${line}\r\n`)
            .join(''),
        ),
      LSUB: '% OK done',
      GETQUOTAROOT: '* QUOTAROOT INBOX ""\r\n* QUOTA "" (STORAGE 512 1024 MESSAGE 20 500)\r\n% OK done',
      SELECT: select,
      EXAMINE: select,
      'UID SEARCH': ({ write }, tag, words) => {
        searches += 1;
        const wanted = words.slice(3).join(' ');
        const id = /HEADER MESSAGE-ID "?([^" ]+)"?/i.exec(wanted)?.[1];
        const isReport = /multipart\/report/i.test(wanted);
        const hits = here().flatMap(({ source }, i) =>
          (id !== undefined && new RegExp(`^Message-ID: ?.*${escaped(id)}`, 'im').test(source)) ||
          (isReport && /multipart\/report/i.test(source))
            ? [i + 1]
            : [],
        );
        write(`* SEARCH ${hits.join(' ')}\r\n${tag} OK done\r\n`);
      },
      'UID FETCH': ({ write }, tag, words) => {
        const uid = Number(words[3]);
        const source = here()[uid - 1]?.source ?? '';
        const [head = ''] = source.split('\r\n\r\n');
        const isHeaders = /HEADER/i.test(words.join(' '));
        const text = isHeaders ? `${head}\r\n\r\n` : source;
        const name = isHeaders ? 'BODY[HEADER]' : 'BODY[]<0>';
        write(
          `* ${uid} FETCH (UID ${uid} ${name} {${Buffer.byteLength(text, 'latin1')}}\r\n${text})\r\n${tag} OK done\r\n`,
        );
      },
      LOGOUT: '* BYE see you\r\n% OK done',
    },
  };
  return fakeMailboxServer(usual, script);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
