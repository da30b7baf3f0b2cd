/** What Electron, Node and we ourselves set or understand; a program that is no part of us must not. */
const ours = /^(ELECTRON|CHROME|NODE|WAYPOST)_|^(NODE_OPTIONS|ORIGINAL_XDG_CURRENT_DESKTOP|APPDIR|APPIMAGE|ARGV0|OWD)$/;

/** The environment of the person's session, without what this program has added to it. */
export function reducedToPerson(all: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const { ORIGINAL_XDG_CURRENT_DESKTOP: desktop } = all;
  const kept = Object.entries({ ...all, ...(desktop !== undefined && { XDG_CURRENT_DESKTOP: desktop }) }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && !ours.test(entry[0]),
  );
  return Object.fromEntries(kept);
}
