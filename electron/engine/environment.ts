/** What the engine and the system's tools that it calls need to find their way; whatever else is set may be secret. */
const needed: readonly string[] = [
  'PATH',
  'PATHEXT',
  'HOME',
  'USER',
  'LOGNAME',
  'USERNAME',
  'USERPROFILE',
  'USERDOMAIN',
  'USERDNSDOMAIN',
  'COMPUTERNAME',
  'LOGONSERVER',
  'APPDATA',
  'LOCALAPPDATA',
  'PROGRAMDATA',
  'SYSTEMROOT',
  'SYSTEMDRIVE',
  'WINDIR',
  'COMSPEC',
  'LANG',
  'LC_ALL',
  'TZ',
  'TMPDIR',
  'TEMP',
  'TMP',
  'XDG_RUNTIME_DIR',
  'DBUS_SYSTEM_BUS_ADDRESS',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
];

/** The part of an environment that a process of ours is started with. Windows' names come in any case. */
export function reducedEnvironment(all: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const kept = Object.entries(all).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && needed.includes(entry[0].toUpperCase()),
  );
  return Object.fromEntries(kept);
}
