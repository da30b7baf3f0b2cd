import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { connect as connectTls, type TLSSocket } from 'node:tls';
import type { Lab } from '../../../src/lab/index.ts';

/** Sends one datagram and waits for the answer, at most `patience` milliseconds. */
export async function ask(port: number, bytes: Buffer, patience = 2_000): Promise<Buffer | undefined> {
  const socket = createSocket('udp4');
  try {
    const answer = new Promise<Buffer | undefined>((resolve) => {
      socket.once('message', resolve);
      setTimeout(() => resolve(undefined), patience).unref();
    });
    socket.send(bytes, port, '127.0.0.1');
    return await answer;
  } finally {
    socket.close();
  }
}

/** Handshakes and hangs up; answers the client's reason to distrust the server, or undefined. */
export async function tlsVerdict(socket: Socket, servername: string, ca: string): Promise<string | undefined> {
  const tls = connectTls({ socket, servername, ca: [ca], minVersion: 'TLSv1.2' });
  try {
    await once(tls, 'secureConnect');
    return undefined;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code;
  } finally {
    tls.destroy();
    socket.destroy();
  }
}

export function dial(port: number, host = '127.0.0.1'): Socket {
  const socket = connect(port, host);
  socket.on('error', () => undefined);
  return socket;
}

export interface SmtpTalk {
  /** Sends a line, and answers the whole reply with its lines joined by a bar; `closed` when there is none. */
  say(line: string): Promise<string>;
  reply(): Promise<string>;
  startTls(): Promise<void>;
  end(): void;
}

/** A conversation with one of the lab's SMTP services, greeting and EHLO done; in TLS unless told otherwise. */
export async function talk(lab: Lab, port: number, security: 'implicit' | 'starttls' | 'none'): Promise<SmtpTalk> {
  let socket: Socket | TLSSocket = dial(port);
  const secured = async () => {
    socket = connectTls({ socket, servername: 'mail.corp.example', ca: [lab.ca] });
    socket.on('error', () => undefined);
    await once(socket, 'secureConnect');
  };
  if (security === 'implicit') await secured();
  let lines = readLines(socket);
  const self: SmtpTalk = {
    async reply() {
      const reply: string[] = [];
      for (;;) {
        const line = await lines.next();
        if (line.done) return 'closed';
        reply.push(line.value);
        if (line.value[3] !== '-') return reply.join('|');
      }
    },
    say(line) {
      socket.write(`${line}\r\n`);
      return self.reply();
    },
    async startTls() {
      await self.say('STARTTLS');
      socket.removeAllListeners('data');
      socket.removeAllListeners('end');
      await secured();
      lines = readLines(socket);
      await self.say('EHLO client.corp.example');
    },
    end: () => void socket.destroy(),
  };
  await self.reply();
  await self.say('EHLO client.corp.example');
  if (security === 'starttls') await self.startTls();
  return self;
}

/** Signs in, and sends a short message; answers the reply to each step. */
export async function sendAs(session: SmtpTalk, lab: Lab, user: string, from: string, to: string): Promise<string[]> {
  const secret = Buffer.from(`\0${user}\0${lab.password}`).toString('base64');
  return [
    await session.say(`AUTH PLAIN ${secret}`),
    await session.say(`MAIL FROM:<${from}>`),
    await session.say(`RCPT TO:<${to}>`),
    await session.say('DATA'),
    await session.say('Subject: hello\r\n\r\n..one dot\r\n.'),
  ];
}

function readLines(socket: Socket): AsyncIterator<string> {
  return createInterface({ input: socket, crlfDelay: Number.POSITIVE_INFINITY })[Symbol.asyncIterator]();
}
