import { failed, passed, warned } from '../../../core/index.ts';
import { toProblem } from '../../../dns/index.ts';
import { problem } from '../../../problems/index.ts';
import type { FoundSettings } from '../../../run/index.ts';
import type { Source } from '../../source.ts';
import { isUnder } from '../endpoint.ts';
import { askOrganisation } from './organisation.ts';
import { filters, type Provider, providers } from './providers.ts';

/**
 * What the program knows of large providers: by the mail domain itself, or else by where the domain's mail goes (MX); what is
 * published by an organisation that it does not know, whose gateway that is. What DNS leads to is a hint only, as DNS is. A
 * gateway of a filtering service says nothing, and is named as one.
 */
export const askProviders: Source = async (question, tools, step) => {
  const { domain } = question;
  const own = providers.find(({ domains }) => domains.includes(domain));
  if (own !== undefined) return passed([settingsOf(own, own.documentation, 'shipped')]);
  const answer = await tools.resolver.ask(domain, 'MX', step);
  if (answer.kind === 'no-data' || answer.kind === 'no-such-name') return passed([]);
  if (answer.kind !== 'found') return failed(toProblem(answer, domain));
  const [first] = [...answer.records].sort((a, b) => a.preference - b.preference);
  if (first === undefined) return passed([]);
  const gateway = first.exchange.toLowerCase();
  const filter = filters.find(({ gateways }) => gateways.some((ending) => isUnder(gateway, ending)));
  if (filter !== undefined) {
    return warned([], [problem('settings.mx-is-filter', { domain, host: gateway, service: filter.name })]);
  }
  const origin = `${domain} MX ${gateway}`;
  const host = longestMatch(gateway);
  if (host !== null) return passed([settingsOf(host, origin, 'dns')]);
  return askOrganisation(gateway, origin, question, tools, step);
};

function settingsOf(
  { name, documentation, servers }: Provider,
  origin: string,
  trust: FoundSettings['trust'],
): FoundSettings {
  return { origin, trust, provider: name, servers: [...servers], documentation: [{ url: documentation, text: name }] };
}

/** The provider with the most telling ending: `olc.protection.outlook.com` is more than `protection.outlook.com`. */
function longestMatch(gateway: string): Provider | null {
  const matches = providers.flatMap((provider) =>
    provider.gateways.filter((ending) => isUnder(gateway, ending)).map((ending) => ({ provider, ending })),
  );
  return matches.sort((a, b) => b.ending.length - a.ending.length)[0]?.provider ?? null;
}
