import type { Problem, Result } from '../../../core/index.ts';
import type { Step } from '../../../run/index.ts';
import type { Source } from '../../source.ts';
import { nothing, onlyProblem, outcomeOf, type PlaceAnswer } from '../place.ts';
import { askJson } from './ask-json.ts';
import { askPox, type Way } from './ask-pox.ts';
import { askRedirection, askService } from './pointers.ts';
import { poxPath, type Search, searchFor } from './search.ts';

/**
 * Microsoft's Autodiscover (MS-OXDSCLI): of the mail domain and of its `autodiscover` host by POX and JSON, and of whom its plain
 * web server or its SRV records name; all at once.
 */
export const askAutodiscover: Source = async (question, tools, step) => {
  const search = searchFor(question, tools);
  const { domain } = question;
  const hosts = [`autodiscover.${domain}`, domain].filter((host) => search.rules.mayAsk(host));
  if (hosts.length === 0) return outcomeOf([]);
  const own = hosts.map((host) => new URL(`https://${host}${poxPath}`));
  const pointed = (pointer: Promise<Result<URL | null, Problem>>, way: Way) =>
    askPointed(pointer, way, own, search, step);
  return outcomeOf(
    await Promise.all([
      ...own.map((url) => askPox(url, 'own', search, step)),
      ...hosts.map((host) => askJson(host, search, step)),
      pointed(askRedirection(search, step), 'http'),
      pointed(askService(search, step), 'service'),
    ]),
  );
};

/** Asks where a pointer leads, unless that is asked already. */
async function askPointed(
  pointer: Promise<Result<URL | null, Problem>>,
  way: Way,
  own: readonly URL[],
  search: Search,
  step: Step,
): Promise<PlaceAnswer> {
  const next = await pointer;
  if (!next.ok) return onlyProblem(next.error);
  if (next.value === null || own.some(({ href }) => href === next.value?.href)) return nothing;
  return askPox(next.value, way, search, step);
}
