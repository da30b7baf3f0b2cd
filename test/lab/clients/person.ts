import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TestContext } from 'vitest';
import type { ClientName } from '../../../src/clients/index.ts';
import { program } from '../waypost.ts';
import type { World } from '../world/index.ts';
import type { ExecOptions, ExecResult } from '../world/run.ts';

export interface Servers {
  readonly incoming: string;
  readonly outgoing: string;
}

/** Somebody who sits at the client machine, with a home of their own in which nothing has been set up yet. */
export interface Person {
  readonly sam: string;
  readonly home: string;
  readonly address: string;
  readonly password: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Runs a command as them. */
  exec(argv: readonly string[], options?: ExecOptions): Promise<ExecResult>;
  /** The command line that does the same, to be run in their `env`. */
  command(argv: readonly string[]): readonly string[];
  /** Has the built program write a profile, and returns the folder it is in, and what was printed. */
  exportProfile(client: ClientName, servers?: Servers): Promise<{ readonly folder: string; readonly printed: string }>;
  /** Does the same, puts each file where the printed words say that the client looks, and returns those. */
  setUp(client: ClientName, servers?: Servers): Promise<string>;
  /** What has to end before they leave, which is when the test is over. */
  onLeave(end: () => Promise<void> | void): void;
}

export const withTls: Servers = { incoming: 'imaps://mail.corp.example', outgoing: 'submissions://mail.corp.example' };
export const withStarttls: Servers = {
  incoming: 'imap://mail.corp.example',
  outgoing: 'submission://mail.corp.example',
};

const trusted = '/etc/ssl/certs/ca-certificates.crt';

/** Tests that run at the same time are of different people, whose messages and sign-ins can be told apart. */
export function personIn({ onTestFinished }: TestContext, world: World, sam: 'alice' | 'carol' | 'dave'): Person {
  const { displayName, upn: address, password } = world.users[sam];
  const home = mkdtempSync(join(tmpdir(), `waypost-${sam}-`));
  mkdirSync(join(home, 'run'), { mode: 0o700 });
  const ends: (() => Promise<void> | void)[] = [() => rmSync(home, { recursive: true, force: true })];
  onTestFinished(async () => {
    for (const end of ends) await end();
  });
  const authorities = join(home, 'authorities.pem');
  writeFileSync(authorities, `${readFileSync(trusted, 'utf8')}\n${readFileSync(world.ca, 'utf8')}`);

  const env = {
    ...{ HOME: home, USER: sam, LOGNAME: sam, XDG_RUNTIME_DIR: join(home, 'run'), LANG: 'C.UTF-8' },
    ...{ TERM: 'xterm', LINES: '24', COLUMNS: '80', NO_AT_BRIDGE: '1' },
    ...{
      DISPLAY: undefined,
      DBUS_SESSION_BUS_ADDRESS: undefined,
      XDG_CONFIG_HOME: undefined,
      XDG_DATA_HOME: undefined,
    },
  };
  // As in any company: the machine trusts its authority. What is mounted in a namespace of `ip netns exec` ends with it.
  const trusting = ['sh', '-c', `mount --bind "$0" ${trusted} && exec "$@"`, authorities];
  const command = (argv: readonly string[]) => world.client.command([...trusting, ...argv]);
  const exec = (argv: readonly string[], options: ExecOptions = {}) =>
    world.client.exec([...trusting, ...argv], { cwd: home, ...options, env: { ...env, ...options.env } });

  const exportProfile: Person['exportProfile'] = async (client, { incoming, outgoing } = withTls) => {
    const folder = join(home, 'profile', client);
    const who = ['--address', address, '--name', displayName, '--incoming', incoming, '--outgoing', outgoing];
    const argv = [process.execPath, program, 'export', '--client', client, ...who, '--out', folder];
    const { code, stdout, stderr } = await exec(argv);
    if (code !== 0) throw new Error(`export ended with ${code}: ${stderr}`);
    return { folder, printed: stdout };
  };

  return {
    ...{ sam, home, address, password, env, exec, command, exportProfile },
    async setUp(client, servers) {
      const { printed } = await exportProfile(client, servers);
      const places = [...printed.matchAll(/^ {2}(\/\S+)\n {6}for the client:\s+~\/(\S+)$/gm)];
      if (places.length === 0) throw new Error(`no places in what was printed:\n${printed}`);
      for (const [, from = '', to = ''] of places) {
        mkdirSync(dirname(join(home, to)), { recursive: true, mode: 0o700 });
        copyFileSync(from, join(home, to));
      }
      return printed;
    },
    onLeave: (end) => void ends.unshift(end),
  };
}
