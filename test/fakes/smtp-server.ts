import { type AddressInfo, createServer, type Socket } from 'node:net';
import { createSecureContext, TLSSocket } from 'node:tls';
import { makeAuthority, type ServerCertificate } from '../../src/lab/index.ts';

/** The authority of all fake servers, and the one certificate they show unless they are told otherwise. */
export const authority = makeAuthority();
export const mailHost = 'mail.corp.example';
const usualCertificate = authority.issue([mailHost]);

/** What the server does when a command arrives: raw lines to write, or anything with the connection itself. */
export type Answer = string | ((connection: FakeConnection, line: string) => void);

export interface SmtpScript {
  /** implicit: TLS from the first octet. */
  readonly security?: 'implicit' | 'starttls' | undefined;
  readonly certificate?: ServerCertificate | undefined;
  readonly greeting?: Answer | undefined;
  /** EHLO keywords over TLS. */
  readonly offers?: readonly string[] | undefined;
  /** EHLO keywords in clear text. */
  readonly offersBeforeTls?: readonly string[] | undefined;
  readonly password?: string | undefined;
  /** Answers by verb; BODY is the answer to the final dot. */
  readonly on?: Readonly<Record<string, Answer>> | undefined;
}

export interface FakeConnection {
  readonly secure: boolean;
  /** Raw, as it is. */
  write(text: string): void;
  /** Octet by octet, with a turn of the event loop between them. */
  drip(text: string): void;
  /** Closes without a goodbye. */
  drop(): void;
  /** The next line goes to `take` instead of being a command. */
  nextLine(take: (line: string) => void): void;
  /** Starts TLS on this connection, after what was written before. */
  startTls(): void;
  /** Takes a message; answered by the script's BODY. */
  takeBody(): void;
}

export interface FakeSmtpServer {
  readonly port: number;
  /** Commands of all connections, in the order in which they came. */
  readonly commands: readonly string[];
  /** Messages with dots unstuffed, without the final line. */
  readonly messages: readonly string[];
  /** Commands per arriving chunk: what came in one write stands together. */
  readonly chunks: readonly string[];
  connections(): number;
  open(): number;
  close(): Promise<void>;
}

export const usualOffers = ['PIPELINING', 'SIZE 1000000', 'AUTH PLAIN LOGIN', '8BITMIME', 'DSN', 'ENHANCEDSTATUSCODES'];

/** An SMTP server on loopback that follows a script, and behaves where the script says nothing. */
export async function fakeSmtpServer(script: SmtpScript = {}): Promise<FakeSmtpServer> {
  const commands: string[] = [];
  const messages: string[] = [];
  const chunks: string[] = [];
  const sockets = new Set<Socket>();
  let connections = 0;
  const server = createServer({ noDelay: true }, (socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.once('close', () => sockets.delete(socket));
    serve(socket, script, { commands, messages, chunks });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    commands,
    messages,
    chunks,
    connections: () => connections,
    open: () => sockets.size,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

interface Records {
  readonly commands: string[];
  readonly messages: string[];
  readonly chunks: string[];
}

function serve(raw: Socket, script: SmtpScript, records: Records): void {
  const certificate = script.certificate ?? usualCertificate;
  let socket = raw;
  let secure = false;
  let pending = '';
  let body: string[] | null = null;
  let take: ((line: string) => void) | null = null;

  const connection: FakeConnection = {
    get secure() {
      return secure;
    },
    write: (text) => void (socket.writable && socket.write(text, 'latin1')),
    drip(text) {
      if (text === '' || !socket.writable) return;
      socket.write(text.charAt(0), 'latin1');
      setImmediate(() => connection.drip(text.slice(1)));
    },
    drop: () => void raw.destroy(),
    nextLine(next) {
      take = next;
    },
    startTls() {
      raw.removeAllListeners('data');
      secure = true;
      pending = '';
      const secureContext = createSecureContext(certificate);
      socket = new TLSSocket(raw, { isServer: true, secureContext });
      socket.on('error', () => raw.destroy());
      socket.on('data', onData);
    },
    takeBody() {
      body = [];
    },
  };
  const answer = (given: Answer, line: string) => {
    if (typeof given === 'function') given(connection, line);
    else connection.write(`${given}\r\n`);
  };
  const onLine = (line: string) => {
    if (body !== null && line !== '.') return void body.push(line.replace(/^\./, ''));
    if (body !== null) {
      records.messages.push(body.map((text) => `${text}\r\n`).join(''));
      body = null;
      return answer(script.on?.['BODY'] ?? '250 2.0.0 Ok: queued as 4XYZq1Bcz5', line);
    }
    records.commands.push(line);
    const next = take;
    take = null;
    if (next !== null) return next(line);
    const verb = line.split(/[ :]/)[0]?.toUpperCase() ?? '';
    answer(script.on?.[verb] ?? usual(verb, script), line);
  };
  const onData = (data: Buffer) => {
    const text = data.toString('latin1');
    records.chunks.push(text);
    const lines = (pending + text).split('\r\n');
    pending = lines.pop() ?? '';
    const own = socket;
    // What is left after STARTTLS belongs to TLS.
    for (const line of lines) if (socket === own) onLine(line);
  };
  if (script.security === 'implicit') connection.startTls();
  else raw.on('data', onData);
  const greet = () => answer(script.greeting ?? `220 ${mailHost} ESMTP`, '');
  if (script.security === 'implicit') socket.once('secure', greet);
  else greet();
}

function usual(verb: string, script: SmtpScript): Answer {
  switch (verb) {
    case 'EHLO':
      return ({ secure, write }) => write(ehloReply(secure ? script.offers : script.offersBeforeTls, secure));
    case 'STARTTLS':
      return (connection) => {
        connection.write('220 2.0.0 Ready to start TLS\r\n');
        connection.startTls();
      };
    case 'AUTH':
      return (connection, line) => signIn(connection, line, script.password ?? 'secret-pass');
    case 'DATA':
      return (connection) => {
        connection.write('354 End data with <CR><LF>.<CR><LF>\r\n');
        connection.takeBody();
      };
    case 'QUIT':
      return ({ write }) => write('221 2.0.0 Bye\r\n');
    default:
      return '250 2.1.0 Ok';
  }
}

function ehloReply(offers: readonly string[] | undefined, secure: boolean): string {
  const lines = [mailHost, ...(offers ?? (secure ? usualOffers : ['PIPELINING', 'STARTTLS']))];
  return lines.map((line, i) => `250${i === lines.length - 1 ? ' ' : '-'}${line}\r\n`).join('');
}

function signIn(connection: FakeConnection, line: string, password: string): void {
  const judge = (given: string) =>
    connection.write(
      given === password ? '235 2.7.0 Authentication successful\r\n' : '535 5.7.8 Error: authentication failed\r\n',
    );
  const decode = (text: string) => Buffer.from(text, 'base64').toString('utf8');
  const [, mechanism, initial = ''] = line.split(' ');
  if (mechanism === 'PLAIN') judge(decode(initial).split('\0')[2] ?? '');
  else askFor(connection, 'VXNlcm5hbWU6', () => askFor(connection, 'UGFzc3dvcmQ6', (text) => judge(decode(text))));
}

function askFor(connection: FakeConnection, prompt: string, take: (line: string) => void): void {
  connection.write(`334 ${prompt}\r\n`);
  connection.nextLine(take);
}
