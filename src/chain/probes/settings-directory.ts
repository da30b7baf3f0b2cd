import { failed, type Outcome, times, warned } from '../../core/index.ts';
import { readServicePoints, type ServicePoint, type SignedIn } from '../../directory/index.ts';
import { problem } from '../../problems/index.ts';
import { defineProbe, type FoundSettings } from '../../run/index.ts';
import type { ChainPorts, ChainProbe } from '../ports.ts';
import type { Search, SourceProbe } from './settings.ts';

/** What the directory says about settings to whoever has signed in: the Autodiscover services of the forest, nearest first. */
export function settingsFromDirectory(search: ChainProbe<Search>, signedIn: ChainProbe<SignedIn>): SourceProbe {
  return defineProbe({
    id: 'settings.directory',
    needs: { search, signedIn },
    deadline: times.ldapOperation,
    aside: true,
    run: async ({ search, signedIn }, _: ChainPorts, step): Promise<Outcome<readonly FoundSettings[]>> => {
      const points = await readServicePoints(signedIn, step);
      if (!points.ok) return failed(points.error);
      const found = points.value.filter(({ kind }) => kind === 'url').flatMap(foundIn);
      step.report({ settings: { directory: found } });
      search.decision.heard(found);
      // Pointers lead to other directories, where nobody has signed in: they are told, and not followed.
      const pointers = points.value.filter(({ kind }) => kind === 'pointer');
      return warned(
        found,
        pointers.map(({ dn, url }) =>
          problem('settings.redirect-refused', { url: dn, target: url, reason: 'it is another directory' }),
        ),
      );
    },
  });
}

function foundIn({ dn, url }: ServicePoint): FoundSettings[] {
  const address = parsed(url);
  if (address?.protocol !== 'https:') return [];
  const host = address.hostname;
  const port = address.port === '' ? 443 : Number(address.port);
  const server = { service: 'exchange', host, port, security: 'implicit', authentication: [], user: null } as const;
  const servers = [{ ...server, url: address.href }];
  return [{ origin: dn, trust: 'directory', provider: null, servers, documentation: [] }];
}

function parsed(url: string): URL | null {
  try {
    return new URL(url);
  } catch {
    return null;
  }
}
