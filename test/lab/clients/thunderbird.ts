import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { World } from '../world/index.ts';
import { must } from '../world/run.ts';
import { nextSignIn } from './log.ts';
import { ask, askable, askablePreferences } from './marionette.ts';
import type { Person } from './person.ts';
import { screenOf } from './screen.ts';

/** A Thunderbird that runs for somebody, in a new profile. */
export interface Thunderbird {
  /** Types the password into its question, and waits until the mailbox has been opened with it. */
  openMailbox(): Promise<void>;
  /** Opens the window for a new message to Bob, and sends it by the keyboard. */
  send(subject: string): Promise<void>;
  /** The same, with the password that it asks for. */
  sendWithPassword(subject: string): Promise<void>;
  /** Runs a script among its own. */
  ask(script: string, ...args: readonly string[]): Promise<unknown>;
}

export interface Installed {
  /** A folder whose files the new profile has from the start. */
  readonly inProfile?: string;
  /** A folder whose files an administrator has put beside the program. */
  readonly besideProgram?: string;
}

/**
 * The installed program as it came, in layers that end with the namespace: an administrator's files of this machine are not
 * in it, and those of the test not on this machine. Debian has what belongs together in two places, with links.
 */
const asAnAdministratorLeftIt = `
for half in lib share; do
  layer="$HOME/layers/$half"
  mkdir -p "$layer" && mount -t tmpfs none "$layer" && mkdir "$layer/upper" "$layer/work"
  mount -t overlay none -o "lowerdir=/usr/$half/thunderbird,upperdir=$layer/upper,workdir=$layer/work" "/usr/$half/thunderbird"
done
cd /usr/lib/thunderbird
rm -f defaults/pref/autoconfig.js mozilla.cfg distribution/policies.json
cd "$0" && find . -type f -exec install -D -m 644 '{}' '/usr/lib/thunderbird/{}' ';'
cd "$HOME" && exec "$@"`;

export async function startThunderbird(world: World, person: Person, installed: Installed): Promise<Thunderbird> {
  const [profile, beside] = [join(person.home, 'new-profile'), join(person.home, 'beside')];
  for (const folder of [profile, beside]) mkdirSync(folder);
  if (installed.inProfile !== undefined) cpSync(installed.inProfile, profile, { recursive: true });
  if (installed.besideProgram !== undefined) cpSync(installed.besideProgram, beside, { recursive: true });
  writeFileSync(join(profile, 'prefs.js'), askablePreferences);
  // Its authorities are its own.
  await must(['certutil', '-N', '-d', `sql:${profile}`, '--empty-password']);
  await must(['certutil', '-A', '-d', `sql:${profile}`, '-n', 'lab', '-t', 'C,,', '-i', world.ca]);

  const { windows, ...screen } = await screenOf(person);
  const program = ['thunderbird', '--profile', profile];
  screen.start(['sh', '-euc', asAnAdministratorLeftIt, beside, ...program, ...askable]);
  const asks = (title: RegExp) => windows.enter(title, person.password);
  const send = async (subject: string) => {
    const message = `to='bob@partner.example',subject='${subject}',body='Hello Bob'`;
    await screen.exec([...program, '-compose', message]);
    await windows.press(new RegExp(`^Write: ${subject}`), 'ctrl+Return', /^Send Message$/);
    // Whether that was meant.
    await windows.enter(/^Send Message$/, '');
  };
  return {
    send,
    ask: (script, ...args) => ask(person, profile, script, ...args),
    async openMailbox() {
      const signIn = nextSignIn(world, person);
      await asks(new RegExp(`^Enter your password for ${person.address}`));
      await signIn();
    },
    async sendWithPassword(subject) {
      await send(subject);
      await asks(/^Password Required for Outgoing/);
    },
  };
}
