import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { uiOrigin } from '../contract/origin.ts';
import { contentSecurityPolicy } from './content-security-policy.ts';

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

/** Answers requests for `app://waypost/…` out of the folder that holds the user interface. Never rejects. */
export function serveUi(folder: string): (request: UiRequest) => Promise<UiResponse> {
  return async ({ url, method }) => {
    const served = method === 'GET' ? fileFor(url, folder) : null;
    if (served === null) return nothing;
    try {
      const data = await readFile(served.path);
      return { statusCode: 200, headers: { ...headers, 'content-type': served.type }, data };
    } catch {
      return nothing;
    }
  };
}
