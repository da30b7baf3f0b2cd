import { deadline, times } from '../../../core/index.ts';
import type { ServicePoint } from '../../../directory/index.ts';
import type { Step } from '../../../run/index.ts';
import { redirectRefused, refusalOf, target } from '../../http/follow.ts';
import { webService } from '../endpoint.ts';
import { onlyProblem, type PlaceAnswer } from '../place.ts';
import { askJson } from './ask-json.ts';
import { askPox } from './ask-pox.ts';
import type { Search } from './search.ts';

/** What a directory names is whole. */
const nowhere = new URL('about:blank');

/** Asks the Autodiscover service that a service point names, by POX and JSON at once. What it says is the directory's word. */
export async function askServicePoint(
  { dn, url }: Pick<ServicePoint, 'dn' | 'url'>,
  search: Search,
  step: Step,
): Promise<PlaceAnswer> {
  const place = target({ location: url, url: nowhere });
  const refusal = refusalOf(nowhere, place, search.rules);
  if (place === null || refusal !== null) return onlyProblem(redirectRefused(dn, url, refusal));
  const limit = deadline(step.signal, times.servicePoint);
  try {
    const own = { ...step, signal: limit.signal };
    const answers = await Promise.all([askPox(place, 'service', search, own), askJson(place.host, search, own)]);
    return together(dn, place, answers);
  } finally {
    limit.clear();
  }
}

function together(dn: string, place: URL, answers: readonly PlaceAnswer[]): PlaceAnswer {
  const found = answers.flatMap((answer) => answer.found ?? []);
  const problems = answers.flatMap((answer) => answer.problems);
  if (found.length === 0) return { found: null, problems };
  const named = found.flatMap(({ servers }) => servers);
  // A service that tells nothing without a sign-in is all the same the one that the directory names.
  const itself = webService('exchange', place, { authentication: [], user: null });
  const servers = named.length > 0 ? distinct(named) : [itself];
  const documentation = found.flatMap((one) => one.documentation);
  return { found: { origin: dn, trust: 'directory', provider: null, servers, documentation }, problems };
}

/** Both forms name the web services. */
function distinct<T extends { readonly url: string | null }>(servers: readonly T[]): T[] {
  return servers.filter(({ url }, i) => url === null || servers.findIndex((other) => other.url === url) === i);
}
