import { err, ok, type Problem, type Result } from '../../../core/index.ts';
import { locateService } from '../../../dns/index.ts';
import type { Step } from '../../../run/index.ts';
import { isAbsence } from '../../http/document.ts';
import { isRedirection, redirectRefused, refusalOf, target } from '../../http/follow.ts';
import { poxPath, type Search } from './search.ts';

/**
 * Where the mail domain's plain web server points to (MS-OXDSCLI 3.1.5.2): of its answer only that is looked at, and only an
 * approved host is asked there.
 *
 * @returns null when it points nowhere
 */
export async function askRedirection(
  { question, tools, rules }: Search,
  step: Step,
): Promise<Result<URL | null, Problem>> {
  const url = new URL(`http://autodiscover.${question.domain}${poxPath}`);
  const answer = await tools.web(url, {}, step);
  if (!answer.ok) return isAbsence(answer.error, url) ? ok(null) : answer;
  if (!isRedirection(answer.value)) return ok(null);
  const next = target(answer.value);
  const refusal = refusalOf(url, next, rules);
  return refusal === null ? ok(next) : err(redirectRefused(url.href, answer.value.location, refusal));
}

/** The server that SRV records of `_autodiscover._tcp` name first; null when there are none. */
export async function askService({ question, tools, rules }: Search, step: Step): Promise<Result<URL | null, Problem>> {
  const name = `_autodiscover._tcp.${question.domain}`;
  const location = await locateService(name, tools.resolver, step);
  if (location.kind === 'failed') return err(location.problem);
  const first = location.kind === 'found' ? location.targets[0] : undefined;
  if (first === undefined) return ok(null);
  const url = new URL(`https://${first.host}:${first.port}${poxPath}`);
  const refusal = refusalOf(url, url, rules);
  return refusal === null ? ok(url) : err(redirectRefused(name, first.host, refusal));
}
