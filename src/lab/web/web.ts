import type { RequestListener, Server } from 'node:http';
import { createSecureContext, TLSSocket } from 'node:tls';
import type { Authority } from '../certificates.ts';
import { domain, webNames } from '../dns/records.ts';
import { ignoreErrors, makeListeners } from '../listeners.ts';
import { cap, type LabLog } from '../log.ts';
import type { WebPages } from './pages.ts';

export interface WebPorts {
  readonly https: number;
  readonly http: number;
}

export interface WebServer {
  readonly ports: WebPorts;
  close(): Promise<void>;
}

/** Starts the web server of the lab's names: https has the pages, http sends everybody there. What it needs is made for the first client. */
export async function startWeb(
  wanted: Partial<WebPorts>,
  authority: Authority,
  pages: WebPages,
  log: LabLog,
): Promise<WebServer> {
  const listeners = makeListeners();
  const answer: RequestListener = (request, response) => {
    const url = addressOf(request, request.socket instanceof TLSSocket ? 'https' : 'http');
    const { status, type, body } = url === null ? badRequest : pages(url, request.method ?? '');
    const isPlain = url?.protocol === 'http:';
    log.add({
      kind: 'http.request',
      host: cap(url?.hostname ?? ''),
      path: cap(url?.pathname ?? ''),
      status: isPlain ? 302 : status,
    });
    // Read on, into nothing: what was posted is the same for everybody.
    request.resume();
    if (isPlain) response.writeHead(302, { location: `https://${url.hostname}${url.pathname}` }).end();
    else response.writeHead(status, { 'content-type': type, connection: 'close' }).end(body);
  };
  const server = once(async () => (await import('node:http')).createServer(answer));
  const context = once(() => createSecureContext({ ...authority.issue([domain, ...webNames]), minVersion: 'TLSv1.2' }));
  const at = (port = 0) => ({ address: '127.0.0.1', port });
  try {
    const [https, http] = await Promise.all([
      listeners.tcp(at(wanted.https), (socket) => {
        const secure = new TLSSocket(socket, { isServer: true, secureContext: context() });
        ignoreErrors(secure);
        void server().then((to) => serve(to, secure));
      }),
      listeners.tcp(at(wanted.http), (socket) => void server().then((to) => serve(to, socket))),
    ]);
    return { ports: { https, http }, close: () => listeners.close() };
  } catch (error) {
    await listeners.close();
    throw error;
  }
}

const badRequest = { status: 400, type: 'text/plain', body: 'This is no address.\n' };

function serve(server: Server, socket: TLSSocket | Parameters<typeof ignoreErrors>[0]): void {
  if (!socket.destroyed) server.emit('connection', socket);
}

/** Null when the client names no host that could be one. */
function addressOf({ url = '/', headers }: Parameters<RequestListener>[0], scheme: 'https' | 'http'): URL | null {
  try {
    return new URL(url, `${scheme}://${headers.host}`);
  } catch {
    return null;
  }
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
