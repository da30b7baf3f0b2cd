import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { uiOrigin } from '../contract/origin.ts';
import { contentSecurityPolicy } from './content-security-policy.ts';
import { type Opening, pageFor, plainOpening } from './opening.ts';

/** The kinds of file that a user interface is made of. Nothing else is served. */
const types = new Map([
  ['html', 'text/html; charset=utf-8'],
  ['js', 'text/javascript; charset=utf-8'],
  ['css', 'text/css; charset=utf-8'],
  ['svg', 'image/svg+xml'],
  ['png', 'image/png'],
  ['woff2', 'font/woff2'],
]);

const headers = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'x-dns-prefetch-control': 'off',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
} as const;

/** As much of a request as is looked at. */
export interface UiRequest {
  readonly url: string;
  readonly method: string;
}

/** An answer as Electron's `registerBufferProtocol` takes it. */
export interface UiResponse {
  statusCode: number;
  headers: Record<string, string>;
  data: Buffer;
}

const nothing: UiResponse = { statusCode: 404, headers: { ...headers }, data: Buffer.alloc(0) };

const page = `${uiOrigin}/index.html`;
const firstScript = `${uiOrigin}/main.js`;

interface Served {
  readonly path: string;
  readonly type: string;
}

/**
 * The file behind an address, or null. Every part of the path has to look like a file's name of ours, so that there is
 * nothing to climb out with: no dots in front, no percent sign, no backslash, no colon.
 */
export function fileFor(address: string, folder: string): Served | null {
  if (!address.startsWith(`${uiOrigin}/`)) return null;
  const [path = ''] = address.slice(uiOrigin.length + 1).split(/[?#]/);
  const names = path.split('/');
  const type = types.get(/\.(\w+)$/.exec(path)?.[1] ?? '');
  if (type === undefined || !names.every((name) => /^\w[\w.-]*$/.test(name))) return null;
  return { path: join(folder, ...names), type };
}

export interface UiServer {
  /** Answers a request for `app://waypost/…` out of the folder that holds the user interface. Never throws. */
  serve(request: UiRequest): UiResponse;
  /** The page has been given all that it starts with: its first script is what it asks for last. */
  readonly given: Promise<void>;
}

/**
 * The files are small, and the window waits for nothing else: reading them at once is sooner than in turns with
 * everything that starts.
 *
 * @param opening what the page is to show, asked whenever it is loaded
 */
export function uiServer(folder: string, opening: () => Opening = () => plainOpening): UiServer {
  let give = () => {};
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  const serve = ({ url, method }: UiRequest): UiResponse => {
    const served = method === 'GET' ? fileFor(url, folder) : null;
    if (served === null) return nothing;
    if (url === firstScript) give();
    try {
      const data = url === page ? pageFor(folder, opening()) : readFileSync(served.path);
      return { statusCode: 200, headers: { ...headers, 'content-type': served.type }, data };
    } catch {
      return nothing;
    }
  };
  return { serve, given };
}
