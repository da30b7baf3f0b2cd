import { type ClientAccount, clients, type Profile, writeProfile } from '../../src/clients/index.ts';
import type { Problem, Result } from '../../src/core/index.ts';
import { type Report, replay } from '../../src/run/index.ts';
import type { CallArgument } from '../contract.ts';
import type { History } from '../history/index.ts';
import type { Handlers } from '../ipc/index.ts';
import { accountIn } from './account.ts';
import { listClients } from './list.ts';
import { shownProfile } from './profile.ts';
import type { RecentRuns } from './recent-runs.ts';
import { saveFiles } from './save.ts';

export interface ClientsOptions {
  readonly recent: Pick<RecentRuns, 'reportOf'>;
  readonly history: Pick<History, 'open'>;
  /** Asks the person for a folder; null when they would rather not. */
  askForFolder(): Promise<string | null>;
}

type ClientCalls = Pick<
  Handlers,
  'clients.list' | 'clients.profile' | 'clients.save' | 'clients.open' | 'clients.undo'
>;

/** What the window can ask about mail clients. The account is always that of a run, and never the window's word. */
export function createClients({ recent, history, askForFolder }: ClientsOptions): ClientCalls {
  const reportOf = async (run: string): Promise<Report> => {
    const known = recent.reportOf(run);
    if (known !== null) return known;
    const kept = await history.open(run);
    if (kept.kind !== 'events') throw new Error('there is no such run');
    return replay(kept.events);
  };
  const accountOf = async (run: string): Promise<Result<ClientAccount, Problem>> => accountIn(await reportOf(run));
  const profileOf = async ({
    run,
    client,
    language,
  }: CallArgument<'clients.profile'>): Promise<Result<Profile, Problem>> => {
    const account = await accountOf(run);
    return account.ok ? writeProfile(clients[client], account.value, language) : account;
  };
  const soundProfileOf = async (asked: CallArgument<'clients.profile'>): Promise<Profile> => {
    const profile = await profileOf(asked);
    if (!profile.ok) throw new Error('this client cannot hold the account');
    return profile.value;
  };

  return {
    'clients.list': async ({ run }) => listClients(await accountOf(run)),
    'clients.profile': async (asked) => shownProfile(await soundProfileOf(asked)),
    'clients.save': async (asked) => {
      const { files } = await soundProfileOf(asked);
      const folder = await askForFolder();
      return folder === null ? null : saveFiles(folder, asked.client, files);
    },
    'clients.open': async (asked) => {
      const profile = await profileOf(asked);
      if (!profile.ok) return { opened: false, reason: 'problem', problem: profile.error };
      return { opened: false, reason: 'not-installed', detail: '' };
    },
    'clients.undo': async () => ({ restored: false, detail: '' }),
  };
}
