import { hasValue, passed, times } from '../../core/index.ts';
import type { Account, SignedIn } from '../../directory/index.ts';
import { askDirectory } from '../../discovery/index.ts';
import type { Trust } from '../../net/index.ts';
import { defineProbe } from '../../run/index.ts';
import { knownDirectory } from '../known-directory.ts';
import type { ChainPorts, ChainProbe } from '../ports.ts';
import type { ChainRequest } from '../request.ts';
import { webSignIn } from '../web-sign-in.ts';
import { dnsFor } from './directory.ts';
import { hearSource, type Search, type SourceProbe } from './settings.ts';
import type { NameSettings } from './system.ts';

interface DirectoryNeeds {
  readonly settings: ChainProbe<NameSettings>;
  readonly trust: ChainProbe<Trust>;
  readonly search: ChainProbe<Search>;
  readonly signedIn: ChainProbe<SignedIn>;
  readonly person: ChainProbe<Account>;
  /** What must be over first, whatever became of it: only one password may be on its way at a time. */
  readonly before: ChainProbe<unknown>;
}

/** What the directory says about settings to whoever has signed in. */
export function settingsFromDirectory(
  request: ChainRequest,
  { person, before, ...needs }: DirectoryNeeds,
): SourceProbe {
  return defineProbe({
    id: 'settings.directory',
    needs,
    considers: { person, before },
    deadline: times.settingsSource,
    aside: true,
    run: ({ settings, trust, search, signedIn, person }, ports: ChainPorts, step) => {
      const { question } = search;
      const signIn = webSignIn({ signedIn: passed(signedIn), person }, search, ports);
      const tools = { ...search.tools, signIn };
      const { clock } = ports;
      const elsewhere = { ports: request.ports, approves: tools.isApproved, dns: dnsFor(settings), clock, trust };
      const home = hasValue(person) ? person.value.homeServer : null;
      const directory = knownDirectory(signedIn, home, elsewhere);
      return hearSource('directory', search, step, (own) => askDirectory(directory)(question, tools, own));
    },
  });
}
