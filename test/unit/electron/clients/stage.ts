import { randomUUID } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Computer } from '../../../../electron/clients/computer.ts';
import { withoutOurs } from '../../../../electron/clients/environment.ts';
import { createClients, keepRecentRuns } from '../../../../electron/clients/index.ts';
import { makeScratch } from '../../../../electron/clients/scratch.ts';
import type { CallArgument } from '../../../../electron/contract.ts';
import type { RankedServer } from '../../../../src/run/index.ts';
import { type RecordedProbe, recordedEvents } from '../../../fakes/recorded-run.ts';
import { acceptedProbes, personProbes } from '../../../fakes/sample-chain.ts';

type Client = CallArgument<'clients.open'>['client'];
type Programs = Readonly<Record<string, string>>;

/** A person's computer in a folder that goes with the test: a home, programs on the path, and a run that has found an account. */
export interface ClientStage {
  readonly home: string;
  readonly folder: string;
  readonly run: string;
  readonly calls: ReturnType<typeof createClients>['calls'];
  readonly shown: readonly string[];
  /** Names of programs that are running. */
  readonly running: Set<string>;
  readonly computer: Computer;
  asked(client: Client): CallArgument<'clients.open'>;
  /** Puts a program on the path, which writes down what it was started with and then does what is given. */
  install(name: string, does?: string): Promise<void>;
  put(path: string, content: string): Promise<void>;
  read(path: string): Promise<string>;
  /** What a program was started with last: its words, and then its environment. */
  startOf(name: string): Promise<{ readonly words: readonly string[]; readonly env: string }>;
  stop(): Promise<void>;
}

const imap: RankedServer = {
  service: 'imap',
  host: 'imap.corp.example',
  port: 993,
  security: 'implicit',
  authentication: ['password'],
  user: null,
  url: null,
  sources: [],
  approved: 'corp.example',
  verified: true,
  verdict: 'chosen',
  reason: 'best-trust',
};

const settings: RecordedProbe = {
  id: 'settings.rank',
  chain: { settings: { address: 'alice@corp.example', domain: 'corp.example', servers: [imap] } },
};

export const mailboxRun: readonly RecordedProbe[] = [...personProbes, ...acceptedProbes, settings];

interface Options {
  readonly probes?: readonly RecordedProbe[];
  readonly computer?: Partial<Computer>;
  readonly env?: Programs;
  readonly mayOpen?: boolean;
}

export async function stageClients(options: Options = {}): Promise<ClientStage> {
  const { probes = mailboxRun, env = {}, mayOpen = true } = options;
  const folder = await mkdtemp(join(tmpdir(), 'waypost-clients-'));
  const [home, bin, starts] = ['home', 'bin', 'starts'].map((name) => join(folder, name)) as [string, string, string];
  for (const path of [home, bin, starts]) await mkdir(path);
  const running = new Set<string>();
  const shown: string[] = [];
  const computer: Computer = {
    platform: 'linux',
    run: async () => null,
    home,
    // What is started here ends by itself, however slow the machine is.
    patience: { version: 30_000, start: 30_000 },
    env: withoutOurs({ PATH: bin, HOME: home, XDG_DATA_DIRS: join(folder, 'share'), ...env }),
    isRunning: async (names) => names.some((name) => running.has(name)),
    ...options.computer,
  };
  const run = randomUUID();
  const recent = keepRecentRuns();
  recent.note(run, recordedEvents(probes));
  const { calls, stop } = createClients({
    computer,
    recent,
    history: { open: async () => ({ kind: 'unreadable', reason: 'gone' }) },
    backups: join(folder, 'backups'),
    mayOpen,
    askForFolder: async () => folder,
    showFile: async (path) => {
      shown.push(path);
      return '';
    },
    scratch: makeScratch(folder),
  });
  return {
    home,
    folder,
    run,
    calls,
    shown,
    running,
    computer,
    asked: (client) => ({ run, client, language: 'en' }),
    async install(name, does = '') {
      const record = join(starts, name);
      const said = `{ printf '%s\\n' "$@"; echo --; /usr/bin/env; } > ${record}.new; /bin/mv ${record}.new ${record}`;
      await writeFile(
        join(bin, name),
        `#!/bin/sh\ncase "$1" in --version|-v) echo "${name} 4.5.6"; exit;; esac\n${said}\n${does}\n`,
      );
      await chmod(join(bin, name), 0o755);
    },
    async put(path, content) {
      await mkdir(dirname(join(home, path)), { recursive: true });
      await writeFile(join(home, path), content);
    },
    read: (path) => readFile(join(home, path), 'utf8'),
    async startOf(name) {
      const [words = '', env = ''] = (await readFile(join(starts, name), 'utf8')).split(/^--\n/m);
      return { words: words.split('\n').filter((word) => word !== ''), env };
    },
    async stop() {
      await stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
