import { hasValue } from '../core/index.ts';
import type { Given, Probe, ProbeDefinition } from './probe.ts';

type ProbesOf<P> = Record<string, Probe<unknown, P>>;

/** Makes a probe of its definition: typed inside, uniform for the runner. */
export function defineProbe<
  T,
  P,
  N extends ProbesOf<P> = Record<never, never>,
  C extends ProbesOf<P> = Record<never, never>,
>(definition: ProbeDefinition<T, P, N, C>): Probe<T, P> {
  const needs = Object.entries(definition.needs ?? {});
  const considers = Object.entries(definition.considers ?? {});
  return {
    id: definition.id,
    needs: needs.map(([, probe]) => probe.id),
    considers: considers.map(([, probe]) => probe.id),
    deadline: definition.deadline,
    aside: definition.aside ?? false,
    answer(given, ports, step) {
      const values = needs.map(([name, probe]) => [name, knownValue(given, probe.id)]);
      const outcomes = considers.map(([name, probe]) => [name, given(probe.id)]);
      // The keys and types of N and C are those of the definition's own tables.
      const typed = Object.fromEntries([...values, ...outcomes]) as Parameters<typeof definition.run>[0];
      return definition.run(typed, ports, step);
    },
  };
}

function knownValue(given: Given, id: string): unknown {
  const outcome = given(id);
  if (!hasValue(outcome)) throw new Error(`probe ${id} has no value`);
  return outcome.value;
}
