/** A session of their own at the desktop, with a keyring that is open: what a command is run in. */
export function inSession(argv: readonly string[]): readonly string[] {
  const unlocked = 'printf keyring | gnome-keyring-daemon --unlock --components=secrets >/dev/null && exec "$@"';
  return ['dbus-run-session', '--', 'sh', '-c', unlocked, 'sh', ...argv];
}
