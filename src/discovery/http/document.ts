import { err, ok, type Problem, type Result } from '../../core/index.ts';
import { problem } from '../../problems/index.ts';
import type { Step } from '../../run/index.ts';
import { type FollowRules, follow } from './follow.ts';
import type { Web, WebAnswer, WebRequest } from './web.ts';

/** Nobody is there: the name does not exist, or nobody listens. */
const absences: readonly string[] = ['dns.no-such-name', 'dns.no-data', 'net.refused'];

/** A document, along redirections; null when there is none, or nobody who could have one. */
export async function fetchDocument(
  web: Web,
  url: URL,
  request: WebRequest,
  rules: FollowRules,
  step: Step,
): Promise<Result<WebAnswer | null, Problem>> {
  const answer = await follow(web, url, request, rules, step);
  if (answer.ok) return documentOf(answer.value);
  return isAbsence(answer.error, url) ? ok(null) : answer;
}

/** Whether a problem says that nobody is there who was asked; that nobody is where they point to is their fault. */
export function isAbsence({ code, args }: Problem, asked: URL): boolean {
  return absences.includes(code) && (args['name'] ?? args['host']) === asked.hostname;
}

/** A document, when the server has it; null when it says that it has none. */
export function documentOf(answer: WebAnswer): Result<WebAnswer | null, Problem> {
  const { status, url, mediaType, body } = answer;
  if (status === 404 || status === 410) return ok(null);
  if (status !== 200) return err(problem('settings.http-status', { url: url.href, status }));
  if (mediaType === 'text/html' || /^\s*<(!doctype\s+html|html)/i.test(body.subarray(0, 200).toString('latin1'))) {
    return err(problem('settings.not-settings', { url: url.href, what: 'a web page (HTML)' }));
  }
  return ok(answer);
}

/** The text of a document, which must be UTF-8; a byte order mark is left out. */
export function textOf({ url, body }: WebAnswer): Result<string, Problem> {
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return err(problem('settings.malformed', { url: url.href, reason: 'it is not UTF-8' }));
  }
}

/** Where a document came from, without what was asked of it: that can be a person's address. */
export function originOf({ url }: Pick<WebAnswer, 'url'>): string {
  return `${url.origin}${url.pathname}`;
}
