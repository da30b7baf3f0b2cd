import { err, ok, type Problem, type Result } from '../../../core/index.ts';
import { problem } from '../../../problems/index.ts';
import type { Step } from '../../../run/index.ts';
import { documentOf, originOf, textOf } from '../../http/document.ts';
import { isRedirection, redirectRefused, refusalOf, target } from '../../http/follow.ts';
import type { WebAnswer } from '../../http/web.ts';
import { questionOf } from '../../question.ts';
import { nothing, onlyProblem, type PlaceAnswer, sectionProblems } from '../place.ts';
import { loginFor } from './mailbox.ts';
import { type PoxAnswer, readPox } from './read-pox.ts';
import { type Hop, poxPath, type Search } from './search.ts';

/** What an answer comes to: something to report, or the next question. */
export type Heard = { readonly place: PlaceAnswer; readonly next: null } | { readonly place: null; readonly next: Hop };

/** Makes of an answer by POX what it means for the search. */
export function hear(answer: WebAnswer, hop: Hop, search: Search, step: Step): Heard {
  if (answer.status === 401) return report(needsSignIn(answer));
  if (isRedirection(answer)) return ask(nextAt(answer.location ?? '', answer, hop, search));
  const pox = readAnswer(answer, hop, search);
  if (!pox.ok) return report(onlyProblem(pox.error));
  const said = pox.value;
  switch (said?.kind) {
    case undefined:
      return report(nothing);
    case 'nothing':
      step.line('http', answer.url.host, 'note', `Autodiscover says: ${said.said}`);
      return report(nothing);
    case 'settings':
      return report(settings(answer, said));
    case 'ask-url':
      return ask(nextAt(said.target, answer, hop, search));
    case 'ask-for':
      return ask(nextFor(said.target, answer, hop, search));
  }
}

function report(place: PlaceAnswer): Heard {
  return { place, next: null };
}

function ask(next: Result<Hop, Problem>): Heard {
  return next.ok ? { place: null, next: next.value } : report(onlyProblem(next.error));
}

/** An answer, though one without servers: the service is there. */
function needsSignIn({ url }: WebAnswer): PlaceAnswer {
  const origin = originOf({ url });
  return {
    found: { origin, trust: 'https', provider: null, servers: [], documentation: [] },
    problems: [problem('settings.sign-in-needed', { url: origin })],
  };
}

function readAnswer(answer: WebAnswer, { mailbox }: Hop, { question }: Search): Result<PoxAnswer | null, Problem> {
  const document = documentOf(answer);
  if (!document.ok || document.value === null) return document.ok ? ok(null) : document;
  const text = textOf(document.value);
  if (!text.ok) return text;
  const pox = readPox(text.value, (login) => loginFor(login, mailbox, question));
  if (pox.ok) return pox;
  const { line, reason } = pox.error;
  return err(problem('settings.malformed', { url: originOf(answer), reason: `line ${line}: ${reason}` }));
}

function settings(answer: WebAnswer, { servers, documentation, flaws }: PoxAnswer & { kind: 'settings' }): PlaceAnswer {
  const origin = originOf(answer);
  const found = { origin, trust: 'https', provider: null, servers: [...servers], documentation } as const;
  return { found, problems: sectionProblems(origin, flaws) };
}

/** The same mailbox, elsewhere. */
function nextAt(location: string, { url }: WebAnswer, { mailbox }: Hop, { rules }: Search): Result<Hop, Problem> {
  const next = target({ location, url });
  const refusal = refusalOf(url, next, rules);
  return next === null || refusal !== null
    ? err(redirectRefused(url.href, location, refusal))
    : ok({ url: next, mailbox });
}

/** Another mailbox: at the same place in the same domain, or at the Autodiscover service of its own. */
function nextFor(address: string, { url }: WebAnswer, hop: Hop, { rules }: Search): Result<Hop, Problem> {
  const asked = questionOf(address);
  const place = asked.ok && asked.value.address !== null ? asked.value : null;
  const own = place === null ? null : new URL(`https://autodiscover.${place.domain}${poxPath}`);
  const next = hop.mailbox.address.endsWith(`@${place?.domain}`) ? url : own;
  const refusal = refusalOf(url, next, rules);
  if (next === null || place === null || refusal !== null) return err(redirectRefused(url.href, address, refusal));
  return ok({ url: next, mailbox: { address: place.address ?? address, standIn: hop.mailbox.standIn } });
}
