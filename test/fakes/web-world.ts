import { once } from 'node:events';
import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo, Server, Socket } from 'node:net';
import { createSecureContext } from 'node:tls';
import type { Answer } from 'dns-packet';
import { registeredPorts } from '../../src/chain/request.ts';
import { deadline, systemClock } from '../../src/core/index.ts';
import { createWeb, type Question, questionOf, type Source, type SourceTools } from '../../src/discovery/index.ts';
import { type CertificateKind, makeAuthority } from '../../src/lab/index.ts';
import { createTrust } from '../../src/net/index.ts';
import { resolverOf } from './dns-resolver.ts';
import { a, fakeDnsServer, zoneHandler } from './dns-server.ts';
import { recordingStep } from './recording-step.ts';

export interface WebQuestion {
  /** Without its query. */
  readonly url: string;
  readonly query: string;
  readonly method: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export interface WebReply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

/** What a page answers: always the same, or what the question calls for, or what it writes itself; then it returns nothing. */
export type Page = WebReply | ((question: WebQuestion, response: ServerResponse) => WebReply | undefined);

interface Settings {
  /** By URL without query. Every other address of their hosts answers 404. */
  readonly pages: Readonly<Record<string, Page>>;
  /** Hosts whose certificate is wrong in one way. */
  readonly certificates?: Readonly<Record<string, CertificateKind>>;
  /** Further records, for example SRV; told where the https server listens. */
  readonly records?: (httpsPort: number) => readonly Answer[];
}

export const authority = makeAuthority();
const trust = createTrust([authority.pem]);

/** Web servers on loopback for every host that the pages name, over https with a certificate of their own name, and http. */
export async function webWorld({ pages, certificates = {}, records = () => [] }: Settings) {
  const questions: WebQuestion[] = [];
  const sockets = new Set<Socket>();
  const answer = (scheme: string) => async (request: IncomingMessage, response: ServerResponse) => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://any');
    const host = (request.headers.host ?? '').replace(/:\d+$/, '');
    const body = await read(request);
    const { method = '', headers } = request;
    const question = { url: `${scheme}://${host}${pathname}`, query: search, method, headers, body };
    questions.push(question);
    const page = pages[question.url] ?? { status: 404 };
    const reply = typeof page === 'function' ? page(question, response) : page;
    if (reply !== undefined) response.writeHead(reply.status ?? 200, reply.headers).end(reply.body);
  };
  const contexts = new Map<string, ReturnType<typeof createSecureContext>>();
  const contextFor = (host: string) => {
    const context = contexts.get(host) ?? createSecureContext(authority.issue([host], certificates[host]));
    contexts.set(host, context);
    return context;
  };
  const https = createHttpsServer({ SNICallback: (host, done) => done(null, contextFor(host)) }, answer('https'));
  const http = createHttpServer(answer('http'));
  for (const server of [https, http]) {
    server.on('connection', (socket: Socket) => {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
    });
  }
  const ports = { https: await started(https), http: await started(http) };
  const hosts = [...new Set(Object.keys(pages).map((url) => new URL(url).hostname))];
  const dns = await fakeDnsServer(zoneHandler([...hosts.map((host) => a(host, '127.0.0.1')), ...records(ports.https)]));

  const tools = (changes: Partial<SourceTools> = {}): SourceTools => {
    const resolver = resolverOf([dns]);
    return {
      resolver,
      ports: registeredPorts,
      suffixes: [],
      web: createWeb({ resolver, trust, clock: systemClock, ports }),
      clock: systemClock,
      isApproved: (host) => host === 'corp.example' || host.endsWith('.corp.example'),
      validates: () => false,
      organisationOf: (host) => host.split('.').slice(-2).join('.'),
      plainHttp: false,
      mayTellAddress: false,
      ...changes,
    };
  };
  return {
    ports,
    dns,
    questions,
    tools,
    /** Asks a source, by default for alice@corp.example. */
    async ask(source: Source, changes: Partial<SourceTools> = {}, asked = 'alice@corp.example') {
      const step = recordingStep();
      const outcome = await source(whose(asked), tools(changes), step);
      step.end();
      return { outcome, step };
    },
    /** The same, ended by its deadline as soon as `moment` has come. */
    async askUntil(source: Source, moment: Promise<unknown>) {
      const step = recordingStep();
      const limit = deadline(step.signal);
      const outcome = source(whose('alice@corp.example'), tools(), { ...step, signal: limit.signal });
      await moment;
      limit.end('deadline');
      return outcome;
    },
    /** Resolves when no connection is open any more. */
    async quiet() {
      await Promise.all([...sockets].map((socket) => socket.closed || once(socket, 'close')));
    },
    async stop() {
      for (const socket of sockets) socket.destroy();
      await Promise.all([dns.close(), closed(https), closed(http)]);
    },
  };
}

export type WebWorld = Awaited<ReturnType<typeof webWorld>>;

function whose(asked: string): Question {
  const question = questionOf(asked);
  if (!question.ok) throw new Error(question.error.code);
  return question.value;
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

async function started(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}
