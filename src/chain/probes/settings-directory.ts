import { times } from '../../core/index.ts';
import type { SignedIn } from '../../directory/index.ts';
import { askServicePoints } from '../../discovery/index.ts';
import type { Trust } from '../../net/index.ts';
import { defineProbe } from '../../run/index.ts';
import { pointedDirectories } from '../pointed-directories.ts';
import type { ChainPorts, ChainProbe } from '../ports.ts';
import type { ChainRequest } from '../request.ts';
import { dnsFor } from './directory.ts';
import { hearSource, type Search, type SourceProbe } from './settings.ts';
import type { NameSettings } from './system.ts';

interface DirectoryNeeds {
  readonly settings: ChainProbe<NameSettings>;
  readonly trust: ChainProbe<Trust>;
  readonly search: ChainProbe<Search>;
  readonly signedIn: ChainProbe<SignedIn>;
}

/** What the directory says about settings to whoever has signed in: the Autodiscover services of the forest, nearest first. */
export function settingsFromDirectory(request: ChainRequest, needs: DirectoryNeeds): SourceProbe {
  return defineProbe({
    id: 'settings.directory',
    needs: { ...needs },
    deadline: times.settingsSource,
    aside: true,
    run: ({ settings, trust, search, signedIn }, { clock }: ChainPorts, step) => {
      const { question, tools } = search;
      const elsewhere = { ports: request.ports, approves: tools.isApproved, dns: dnsFor(settings), clock, trust };
      const directories = pointedDirectories(signedIn, elsewhere);
      return hearSource('directory', search, step, (own) => askServicePoints(directories, question, tools, own));
    },
  });
}
