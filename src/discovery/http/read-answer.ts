import type { IncomingMessage } from 'node:http';
import { err, ok, type Problem, type Result, type Secret } from '../../core/index.ts';
import { problem } from '../../problems/index.ts';
import type { WebAnswer } from './web.ts';

/** Settings take some kilobytes; nothing that is larger is read. */
const mostBytes = 256 * 1_024;

interface End {
  /** @param said the answer in a few words, for the transcript */
  finish(result: Result<WebAnswer, Problem>, said: string): void;
  fail(error: Error): void;
}

/**
 * Reads a web server's answer up to its end, or up to more than anybody publishes.
 *
 * @param secret what the server was told: it could come back in the answer, and is masked there
 */
export function readAnswer(url: URL, response: IncomingMessage, secret: Secret | null, { finish, fail }: End): void {
  const chunks: Buffer[] = [];
  let size = 0;
  response.on('error', fail);
  response.on('data', (chunk: Buffer) => {
    size += chunk.length;
    chunks.push(chunk);
    if (size <= mostBytes) return;
    const limit = `${mostBytes / 1_024} KiB`;
    finish(err(problem('settings.too-large', { url: url.href, limit })), `more than ${limit}`);
  });
  response.on('end', () => {
    const { statusCode: status = 0, headers } = response;
    const [mediaType = ''] = (headers['content-type'] ?? '').toLowerCase().split(';');
    const { location } = headers;
    const body = Buffer.concat(chunks);
    const answer: WebAnswer = {
      url,
      status,
      location: location === undefined ? null : (secret?.maskedIn(location) ?? location),
      challenge: headers['www-authenticate'] ?? null,
      mediaType: mediaType.trim(),
      body: secret === null ? body : Buffer.from(secret.maskedIn(body.toString())),
      verified: url.protocol === 'https:',
    };
    finish(ok(answer), `${status}, ${size} bytes${answer.location === null ? '' : `, to ${answer.location}`}`);
  });
}
