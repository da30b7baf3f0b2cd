/** A profile as `profiles.ini` lists it. */
export interface ListedProfile {
  readonly name: string;
  /** Relative to the folder of the file, or absolute. */
  readonly path: string;
}

const heading = ['[General]', 'StartWithLastProfile=1', 'Version=2', ''].join('\n');

/** The profiles of Thunderbird: those that it sees itself, which counts from 0 up to the first gap. */
export function profilesIn(ini: string): readonly ListedProfile[] {
  const sections = new Map(
    ini.split(/^(?=\[)/m).map((section) => [/^\[([^\]]*)\]/.exec(section)?.[1] ?? '', section] as const),
  );
  const profiles: ListedProfile[] = [];
  for (let section = sections.get('Profile0'); section !== undefined; ) {
    profiles.push({ name: valueIn(section, 'Name'), path: valueIn(section, 'Path') });
    section = sections.get(`Profile${profiles.length}`);
  }
  return profiles;
}

function valueIn(section: string, key: string): string {
  return new RegExp(`^${key}=(.*?)\\r?$`, 'm').exec(section)?.[1] ?? '';
}

/** The file with one profile more. The first one of all is what Thunderbird starts with; else that stays what it was. */
export function withProfile(ini: string, { name, path }: ListedProfile): string {
  const before = profilesIn(ini);
  const section = [`[Profile${before.length}]`, `Name=${name}`, 'IsRelative=1', `Path=${path}`];
  const lines = [...section, ...(before.length === 0 ? ['Default=1'] : []), ''].join('\n');
  const start = ini.trim() === '' ? heading : ini;
  return `${start.replace(/\s*$/, '\n')}\n${lines}`;
}
