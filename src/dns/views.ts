import { expectListeners } from '../net/index.ts';
import type { Step } from '../run/index.ts';
import type { DnsAnswer } from './answer.ts';
import type { Resolver } from './resolver/resolver.ts';

/** Servers that are asked, by the name that a person knows them by. */
export interface DnsView {
  readonly name: string;
  readonly resolver: Resolver;
}

type ViewType = 'SRV' | 'MX' | 'A' | 'AAAA';

export interface ViewQuestion {
  readonly name: string;
  readonly type: ViewType;
}

/** A question to which not all views say the same. */
export interface ViewDifference extends ViewQuestion {
  /** What each view says that has answered. */
  readonly said: readonly { readonly view: string; readonly text: string }[];
}

/** Puts questions to several views of DNS, all at once. A view that does not answer is not compared. */
export async function compareViews(
  views: readonly DnsView[],
  questions: readonly ViewQuestion[],
  step: Step,
): Promise<readonly ViewDifference[]> {
  expectListeners(step.signal);
  const compared = await Promise.all(
    questions.map(async (question) => {
      const said = await Promise.all(
        views.map(async ({ name, resolver }) => {
          const text = textOf(await resolver.ask(question.name, question.type, step));
          return text === null ? [] : [{ view: name, text }];
        }),
      );
      return { ...question, said: said.flat() };
    }),
  );
  return compared.filter(({ said }) => new Set(said.map(({ text }) => text)).size > 1);
}

/** The records in an order of their own; null when nobody knows them. That a name or its records are missing is the same here. */
function textOf(answer: DnsAnswer<ViewType>): string | null {
  if (answer.kind === 'no-such-name' || answer.kind === 'no-data') return 'nothing';
  if (answer.kind !== 'found') return null;
  const texts = answer.records.map((record) => (typeof record === 'string' ? record : Object.values(record).join(' ')));
  return texts.sort().join(', ');
}
