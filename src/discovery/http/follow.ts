import { err, ok, type Problem, type Result } from '../../core/index.ts';
import { isAddress } from '../../net/index.ts';
import { problem } from '../../problems/index.ts';
import type { Step } from '../../run/index.ts';
import type { Web, WebAnswer, WebRequest } from './web.ts';

/** More redirections than these are a fault (RFC 9110 15.4 names no number). */
const mostHops = 5;

const redirections: readonly number[] = [301, 302, 303, 307, 308];

export interface FollowRules {
  /** Whether a host may be asked: it belongs to the mail domain, or somebody approved it. */
  mayAsk(host: string): boolean;
  /** Plain http from the start: only where a policy allows it, and never believed. */
  readonly plain?: boolean;
}

/**
 * Asks for a document and follows redirections: to https only, to named hosts only, within the approved domains only.
 *
 * @returns an answer that is no redirection, whatever its status; or why it could not be had
 */
export async function follow(
  web: Web,
  start: URL,
  request: WebRequest,
  rules: FollowRules,
  step: Step,
): Promise<Result<WebAnswer, Problem>> {
  const seen = new Set<string>();
  let url = start;
  for (let hops = 0; hops <= mostHops; hops++) {
    if (seen.has(url.href)) break;
    seen.add(url.href);
    const answer = await web(url, request, step);
    if (!answer.ok || !redirections.includes(answer.value.status)) return answer;
    const next = target(answer.value);
    const refusal = refusalOf(url, next, rules);
    if (next === null || refusal !== null) return err(redirectRefused(url, answer.value.location, refusal, next));
    url = next;
  }
  return err(problem('settings.redirect-loop', { url: start.href, hops: seen.size }));
}

/** Where a redirection leads; null when it says nothing that can be understood. */
export function target({ location, url }: Pick<WebAnswer, 'location' | 'url'>): URL | null {
  try {
    return location === null ? null : new URL(location, url);
  } catch {
    return null;
  }
}

/** Why a target is not asked, in words; null when it may be. */
export function refusalOf(from: URL, to: URL | null, { mayAsk, plain = false }: FollowRules): string | null {
  if (to === null) return 'the answer names no address';
  if (to.protocol !== 'https:' && !(plain && to.protocol === 'http:' && from.protocol === 'http:')) {
    return 'it is not https';
  }
  if (to.username !== '' || to.password !== '') return 'it holds a user name';
  if (isAddress(to.hostname.replace(/^\[|\]$/g, ''))) return 'it is an IP address, which can prove no name';
  return mayAsk(to.hostname) ? null : 'it is in another domain';
}

function redirectRefused(url: URL, location: string | null, reason: string | null, to: URL | null): Problem {
  const remedies =
    reason === 'it is in another domain' && to ? [{ option: 'approve-domain', value: to.hostname } as const] : [];
  return problem(
    'settings.redirect-refused',
    { url: url.href, target: location ?? '(nothing)', reason: reason ?? '' },
    { remedies },
  );
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
