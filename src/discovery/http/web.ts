import { request as httpRequest, type RequestOptions } from 'node:http';
import type { Socket } from 'node:net';
import { type Clock, deadline, err, ok, type Problem, type Result, times, version } from '../../core/index.ts';
import { addressesOf, type Resolver } from '../../dns/index.ts';
import { connect, isAddress, netProblem, secure, type Trust } from '../../net/index.ts';
import { problem } from '../../problems/index.ts';
import type { Step } from '../../run/index.ts';
import { basicAuthorization, type Credentials } from './credentials.ts';
import { readAnswer } from './read-answer.ts';

export interface WebDeps {
  readonly resolver: Resolver;
  readonly trust: Trust;
  readonly clock: Clock;
  /** Where web servers listen; other numbers than 443 and 80 only in test worlds. */
  readonly ports: { readonly https: number; readonly http: number };
}

export interface WebRequest {
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Sent over https only; what the server answers to them is masked. */
  readonly credentials?: Credentials;
}

export interface WebAnswer {
  readonly url: URL;
  readonly status: number;
  /** Where a redirection points to, as the server wrote it. */
  readonly location: string | null;
  /** How the server wants people to sign in (RFC 9110 11.6.1). */
  readonly challenge: string | null;
  /** Lower case, without parameters. */
  readonly mediaType: string;
  readonly body: Buffer;
  /** False for plain http: nobody proved to be anybody. */
  readonly verified: boolean;
}

/** One question to one web server, and its answer; redirections are answers like others. */
export type Web = (url: URL, request: WebRequest, step: Step) => Promise<Result<WebAnswer, Problem>>;

/**
 * A web client for small documents. Names are resolved by our own resolver, and the server's certificate is judged before
 * anything is asked (`src/net`). No cookies, no compression, no proxy, one question a connection.
 */
export function createWeb(deps: WebDeps): Web {
  return async (url, request, step) => {
    const limit = deadline(step.signal, times.httpAnswer);
    try {
      const socket = await open(url, deps, { ...step, signal: limit.signal });
      return socket.ok ? await ask(url, request, socket.value, { step, signal: limit.signal }) : socket;
    } finally {
      limit.clear();
    }
  };
}

async function open(url: URL, deps: WebDeps, step: Step): Promise<Result<Socket, Problem>> {
  const { resolver, trust, clock, ports } = deps;
  const host = url.hostname;
  const isSecure = url.protocol === 'https:';
  const port = url.port === '' ? (isSecure ? ports.https : ports.http) : Number(url.port);
  // A web server that has no name can prove none.
  if (isAddress(host.replace(/^\[|\]$/g, ''))) return err(problem('net.unreachable', { host, port }));
  const { addresses, problem: unknownName } = await addressesOf(resolver, host, step);
  if (unknownName !== null) return err(unknownName);
  const connection = await connect({ host, port, addresses }, { clock, step, signal: step.signal });
  if (!connection.ok || !isSecure) return connection.ok ? ok(connection.value.socket) : connection;
  const session = await secure(connection.value.socket, { host, port }, trust, { step, signal: step.signal });
  return session.ok ? ok(session.value.socket) : err(session.error.problem);
}

interface Asking {
  readonly step: Step;
  readonly signal: AbortSignal;
}

function ask(
  url: URL,
  sent: WebRequest,
  socket: Socket,
  { step, signal }: Asking,
): Promise<Result<WebAnswer, Problem>> {
  const { method = 'GET', body = '', credentials = null } = sent;
  const secret = credentials?.password ?? null;
  const options: RequestOptions = {
    method,
    path: `${url.pathname}${url.search}`,
    createConnection: () => socket,
    maxHeaderSize: 16 * 1_024,
    headers: {
      host: url.host,
      'user-agent': `Waypost/${version}`,
      'accept-encoding': 'identity',
      connection: 'close',
      ...(body !== '' && { 'content-length': String(Buffer.byteLength(body)) }),
      ...sent.headers,
      ...(credentials !== null && url.protocol === 'https:' && { authorization: basicAuthorization(credentials) }),
    },
  };
  const done = step.exchange('http', url.host, `${method} ${url.origin}${url.pathname}`);
  return new Promise((resolve) => {
    const request = httpRequest(options);
    const finish = (result: Result<WebAnswer, Problem>, said: string) => {
      signal.removeEventListener('abort', onEnd);
      request.destroy();
      socket.destroy();
      done(secret?.maskedIn(said) ?? said);
      resolve(result);
    };
    const fail = (error: Error | null) => {
      const place = { host: url.hostname, port: Number(url.port) || (url.protocol === 'https:' ? 443 : 80) };
      finish(err(netProblem(error, place, signal)), error?.message ?? 'no answer');
    };
    const onEnd = () => fail(null);
    request.on('error', fail);
    request.once('response', (response) => readAnswer(url, response, secret, { finish, fail }));
    if (signal.aborted) onEnd();
    else signal.addEventListener('abort', onEnd, { once: true });
    request.end(body);
  });
}
