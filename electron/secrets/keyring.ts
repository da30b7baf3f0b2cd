import type { OsRecorder } from '../../src/platform/index.ts';

/** Milliseconds; a keyring that runs answers in a few. */
const patience = 2_000;

/** `dbus-send` prints `variant       boolean false`, `busctl` prints `b false`. */
const answer = /\b(?:boolean|b) (true|false)\b/;

/**
 * Whether a keyring is open, by asking over D-Bus in another process, which can be left waiting.
 *
 * @param wallet KWallet's service, such as `kwallet6`; null: whatever offers the Secret Service
 */
export async function keyringState(
  machine: Pick<OsRecorder, 'run'>,
  wallet: string | null,
): Promise<'open' | 'locked' | 'absent'> {
  for (const [command, args] of wallet === null ? secretService : walletQuestion(wallet)) {
    const found = answer.exec((await machine.run(command, args, { timeout: patience })) ?? '');
    if (found === null) continue;
    const isOpen = (found[1] === 'true') === (wallet !== null);
    return isOpen ? 'open' : 'locked';
  }
  return 'absent';
}

type Question = readonly [command: string, args: readonly string[]];

const collection = '/org/freedesktop/secrets/aliases/default';
/** The Secret Service: is the default collection locked? */
const secretService: readonly Question[] = [
  [
    'dbus-send',
    [
      '--session',
      '--print-reply',
      '--dest=org.freedesktop.secrets',
      collection,
      'org.freedesktop.DBus.Properties.Get',
      'string:org.freedesktop.Secret.Collection',
      'string:Locked',
    ],
  ],
  [
    'busctl',
    ['--user', 'get-property', 'org.freedesktop.secrets', collection, 'org.freedesktop.Secret.Collection', 'Locked'],
  ],
];

/** KWallet: is the wallet that is opened at sign-in open? */
function walletQuestion(wallet: string): readonly Question[] {
  // The first version had no number in the name of its service.
  const service = wallet === 'kwallet' ? 'kwalletd' : wallet.replace('kwallet', 'kwalletd');
  const [bus, path, face] = [`org.kde.${service}`, `/modules/${service}`, 'org.kde.KWallet'];
  return [
    ['dbus-send', ['--session', '--print-reply', `--dest=${bus}`, path, `${face}.isOpen`, 'string:kdewallet']],
    ['busctl', ['--user', 'call', bus, path, face, 'isOpen', 's', 'kdewallet']],
  ];
}
