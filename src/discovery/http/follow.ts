import { err, type Problem, type Result } from '../../core/index.ts';
import { isAddress } from '../../net/index.ts';
import { problem } from '../../problems/index.ts';
import type { Step } from '../../run/index.ts';
import type { Web, WebAnswer, WebRequest } from './web.ts';

/** More redirections than these are a fault (RFC 9110 15.4 names no number). */
const mostHops = 5;

const redirections: readonly number[] = [301, 302, 303, 307, 308];

/** Whether an answer points somewhere else (RFC 9110 15.4). */
export function isRedirection({ status }: Pick<WebAnswer, 'status'>): boolean {
  return redirections.includes(status);
}

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
    if (!answer.ok || !isRedirection(answer.value)) return answer;
    const next = target(answer.value);
    const refusal = refusalOf(url, next, rules);
    if (next === null || refusal !== null) return err(redirectRefused(url.href, answer.value.location, refusal));
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

/** What is wrong with a target; `host` when somebody could approve it. */
export interface Refusal {
  readonly reason: string;
  readonly host: string | null;
}

/** Why a target is not asked; null when it may be. */
export function refusalOf(from: URL, to: URL | null, { mayAsk, plain = false }: FollowRules): Refusal | null {
  const never = (reason: string): Refusal => ({ reason, host: null });
  if (to === null) return never('the answer names no address');
  if (to.protocol !== 'https:' && !(plain && to.protocol === 'http:' && from.protocol === 'http:')) {
    return never('it is not https');
  }
  if (to.username !== '' || to.password !== '') return never('it holds a user name');
  if (isAddress(to.hostname.replace(/^\[|\]$/g, ''))) return never('it is an IP address, which can prove no name');
  return mayAsk(to.hostname) ? null : { reason: 'it is in another domain', host: to.hostname };
}

/** @param place URL or DNS name that points there */
export function redirectRefused(place: string, target: string | null, refusal: Refusal | null): Problem {
  const { reason = '', host = null } = refusal ?? {};
  const remedies = host === null ? [] : [{ option: 'approve-domain', value: host } as const];
  return problem('settings.redirect-refused', { url: place, target: target ?? '(nothing)', reason }, { remedies });
}
