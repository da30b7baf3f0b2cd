import type { FoundSettings, RankedServer, ServerSetting } from '../../run/index.ts';

export type SourceName = RankedServer['sources'][number]['source'];

/** What one source answered, with its name. */
export interface Heard {
  readonly source: SourceName;
  readonly answers: readonly FoundSettings[];
}

/** A server that somebody named, with everybody who did. */
export interface NamedServer extends ServerSetting {
  readonly sources: RankedServer['sources'];
}

/** What makes two settings the same server: how it is reached, and what for. */
export function serverKey({ service, host, port, security }: ServerSetting): string {
  return [service, host.toLowerCase(), port, security].join(' ');
}

/** All servers that were named, each once: those of the same service, host, port and kind of TLS are one. */
export function mergeServers(heard: readonly Heard[]): readonly NamedServer[] {
  const merged = new Map<string, NamedServer>();
  for (const { source, answers } of heard) {
    for (const { origin, trust, servers } of answers) {
      for (const server of servers) {
        const key = serverKey(server);
        merged.set(key, withSource(merged.get(key) ?? { ...server, sources: [] }, server, { source, origin, trust }));
      }
    }
  }
  return [...merged.values()];
}

/** Who says more about a server is heard first: the user name and the sign-in of the more trusted source stay. */
function withSource(known: NamedServer, said: ServerSetting, source: NamedServer['sources'][number]): NamedServer {
  return {
    ...known,
    authentication: known.authentication.length > 0 ? known.authentication : said.authentication,
    user: known.user ?? said.user,
    url: known.url ?? said.url,
    sources: [...known.sources, source],
  };
}
