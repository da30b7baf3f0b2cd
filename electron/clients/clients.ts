import { type ClientAccount, clients, type Profile, writeProfile } from '../../src/clients/index.ts';
import { ok, type Problem, type Result } from '../../src/core/index.ts';
import { type Report, replay } from '../../src/run/index.ts';
import type { CallArgument, ClientOpened } from '../contract.ts';
import type { History } from '../history/index.ts';
import type { Handlers } from '../ipc/index.ts';
import { createQueue } from '../stored/index.ts';
import { accountIn } from './account.ts';
import type { Computer } from './computer.ts';
import { detectClient, detectClients } from './detect/index.ts';
import { listClients } from './list.ts';
import { handOver, openClient, undoOpening, ways } from './open/index.ts';
import { shownProfile } from './profile.ts';
import type { RecentRuns } from './recent-runs.ts';
import { saveFiles } from './save.ts';
import { makeScratch, type Scratch } from './scratch.ts';

export interface ClientsOptions {
  readonly computer: Computer;
  readonly recent: Pick<RecentRuns, 'reportOf'>;
  readonly history: Pick<History, 'open'>;
  /** For copies of what is replaced. */
  readonly backups: string;
  /** Whether clients may be started at all. */
  readonly mayOpen: boolean;
  /** Asks the person for a folder; null when they would rather not. */
  askForFolder(): Promise<string | null>;
  /** Shows a file to the person with whatever the system has for it. → what is in the way, or an empty text */
  showFile(path: string): Promise<string>;
  readonly scratch?: Scratch;
}

type ClientCalls = Pick<
  Handlers,
  'clients.list' | 'clients.profile' | 'clients.save' | 'clients.open' | 'clients.undo'
>;
type Asked = CallArgument<'clients.open'>;

interface Written {
  readonly profile: Profile;
  /** Whose it is. */
  readonly address: string;
}

export interface Clients {
  readonly calls: ClientCalls;
  /** Removes what was written for one reading. */
  stop(): Promise<void>;
}

/** What the window can ask about mail clients. The account is always that of a run, and never the window's word. */
export function createClients(options: ClientsOptions): Clients {
  const { computer, recent, history, backups, mayOpen, scratch = makeScratch() } = options;
  const inTurn = createQueue();

  const listed = async (account: Result<ClientAccount, Problem>) => {
    const { platform } = computer;
    return listClients(account, { installed: await detectClients(computer), platform, mayOpen });
  };
  const reportOf = async (run: string): Promise<Report> => {
    const known = recent.reportOf(run);
    if (known !== null) return known;
    const kept = await history.open(run);
    if (kept.kind !== 'events') throw new Error('there is no such run');
    return replay(kept.events);
  };
  const accountOf = async (run: string): Promise<Result<ClientAccount, Problem>> => accountIn(await reportOf(run));
  const writtenFor = async ({ run, client, language }: Asked): Promise<Result<Written, Problem>> => {
    const account = await accountOf(run);
    if (!account.ok) return account;
    const profile = writeProfile(clients[client], account.value, language);
    return profile.ok ? ok({ profile: profile.value, address: account.value.address }) : profile;
  };
  const profileOf = async (asked: Asked): Promise<Profile> => {
    const written = await writtenFor(asked);
    if (!written.ok) throw new Error('this client cannot hold the account');
    return written.value.profile;
  };

  const open = async (asked: Asked): Promise<ClientOpened> => {
    const written = await writtenFor(asked);
    if (!written.ok) return { opened: false, reason: 'problem', problem: written.error };
    const { client } = asked;
    if (client === 'sheet') return show(written.value.profile);
    const installed = await detectClient(client, computer);
    if (installed === null) return { opened: false, reason: 'not-installed', detail: '' };
    const situation = { ...written.value, installed, computer, scratch: scratch.make };
    const way = mayOpen ? ways[client] : undefined;
    if (way === undefined || !(await way.keepsOthers(situation))) {
      return { opened: false, reason: 'cannot-start', detail: '' };
    }
    return openClient(client, way, situation, backups);
  };
  const show = async (profile: Profile): Promise<ClientOpened> => {
    const detail = await options.showFile(await handOver(profile, '.html', await scratch.make()));
    return detail === ''
      ? { opened: true, undo: null, replaced: 0, backup: '' }
      : { opened: false, reason: 'cannot-start', detail };
  };

  return {
    calls: {
      'clients.list': async ({ run }) => listed(await accountOf(run)),
      'clients.profile': async (asked) => shownProfile(await profileOf(asked)),
      'clients.save': async (asked) => {
        const { files } = await profileOf(asked);
        const folder = await options.askForFolder();
        return folder === null ? null : saveFiles(folder, asked.client, files);
      },
      // Two at once would each keep a copy of what the other is about to replace.
      'clients.open': (asked) => inTurn(() => open(asked)),
      'clients.undo': (undo) => inTurn(async () => undoOpening(undo, backups, computer)),
    },
    stop: scratch.clear,
  };
}
