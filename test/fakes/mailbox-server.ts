import { type AddressInfo, createServer, type Socket } from 'node:net';
import { createSecureContext, TLSSocket } from 'node:tls';
import type { ServerCertificate } from '../../src/lab/index.ts';
import { authority, mailHost } from './smtp-server.ts';

const usualCertificate = authority.issue([mailHost]);

export interface MailboxConnection {
  readonly secure: boolean;
  /** Raw, as it is. */
  write(text: string): void;
  /** Closes without a goodbye. */
  drop(): void;
  /** Starts TLS on this connection, after what was written before. */
  startTls(): void;
  /** The next line goes to `take` instead of being a command. */
  nextLine(take: (line: string) => void): void;
}

/** What the server does when a command arrives: a line to write, or anything with the connection itself. */
export type MailboxAnswer = string | ((connection: MailboxConnection, tag: string, words: readonly string[]) => void);

/** How one protocol answers; a script puts its own answers over the usual ones. */
export interface MailboxBehaviour {
  readonly greeting: MailboxAnswer;
  /** Answers by verb. A `%` in a line stands for the tag. */
  readonly on: Readonly<Record<string, MailboxAnswer>>;
  readonly otherwise: MailboxAnswer;
  /** Where the verb stands in a line. */
  readonly verbAt: 0 | 1;
}

export interface MailboxScript {
  readonly security?: 'implicit' | 'starttls' | undefined;
  readonly certificate?: ServerCertificate | undefined;
  readonly greeting?: MailboxAnswer | undefined;
  readonly on?: Readonly<Record<string, MailboxAnswer>> | undefined;
}

export interface FakeMailboxServer {
  readonly port: number;
  /** Lines of all connections, in the order in which they came. */
  readonly commands: readonly string[];
  open(): number;
  close(): Promise<void>;
}

/** A server of lines on loopback that follows a script, and behaves where the script says nothing. */
export async function fakeMailboxServer(usual: MailboxBehaviour, script: MailboxScript): Promise<FakeMailboxServer> {
  const commands: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.once('close', () => sockets.delete(socket));
    serve(socket, usual, script, commands);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    commands,
    open: () => sockets.size,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

function serve(raw: Socket, usual: MailboxBehaviour, script: MailboxScript, commands: string[]): void {
  let socket = raw;
  let secure = false;
  let pending = '';
  let take: ((line: string) => void) | null = null;
  const connection: MailboxConnection = {
    get secure() {
      return secure;
    },
    write: (text) => void (socket.writable && socket.write(text, 'latin1')),
    drop: () => void raw.destroy(),
    startTls() {
      raw.removeAllListeners('data');
      secure = true;
      pending = '';
      const secureContext = createSecureContext(script.certificate ?? usualCertificate);
      socket = new TLSSocket(raw, { isServer: true, secureContext });
      socket.on('error', () => raw.destroy());
      socket.on('data', onData);
    },
    nextLine(next) {
      take = next;
    },
  };
  const answer = (given: MailboxAnswer, tag: string, words: readonly string[]) => {
    if (typeof given === 'function') given(connection, tag, words);
    else connection.write(`${given.replaceAll('%', tag)}\r\n`);
  };
  const onLine = (line: string) => {
    commands.push(line);
    const next = take;
    take = null;
    if (next !== null) return next(line);
    const words = line.split(' ');
    const verb = words[usual.verbAt]?.toUpperCase() ?? '';
    const isUid = verb === 'UID';
    const name = isUid ? `UID ${words[usual.verbAt + 1]?.toUpperCase()}` : verb;
    answer(script.on?.[name] ?? usual.on[name] ?? usual.otherwise, words[0] ?? '', words);
  };
  const onData = (data: Buffer) => {
    const lines = (pending + data.toString('latin1')).split('\r\n');
    pending = lines.pop() ?? '';
    const own = socket;
    // What is left after STARTTLS belongs to TLS.
    for (const line of lines) if (socket === own) onLine(line);
  };
  const greet = () => answer(script.greeting ?? usual.greeting, '', []);
  if (script.security === 'starttls') {
    raw.on('data', onData);
    greet();
  } else {
    connection.startTls();
    socket.once('secure', greet);
  }
}
