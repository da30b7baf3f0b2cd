export interface Folder {
  readonly name: string;
  /** RFC 6154; null for a folder without a role, and for the inbox, which has its name. */
  readonly use: string | null;
}

export const inbox = 'INBOX';
export const junk = 'Junk';

/** The folders of everybody. */
export const folders: readonly Folder[] = [
  { name: inbox, use: null },
  { name: 'Sent', use: '\\Sent' },
  { name: 'Drafts', use: '\\Drafts' },
  { name: junk, use: '\\Junk' },
  { name: 'Trash', use: '\\Trash' },
  { name: 'Archive', use: '\\Archive' },
  { name: 'Projects', use: null },
];

/** In any case, the inbox has one name (RFC 9051 5.1). */
export function folderNamed(name: string): Folder | undefined {
  return folders.find((folder) => folder.name === (name.toUpperCase() === inbox ? inbox : name));
}

/** Folders that fit a pattern of LIST (RFC 9051 6.3.9); none of them lies in another. */
export function foldersLike(pattern: string): readonly Folder[] {
  const escaped = pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/[*%]+/g, '.*');
  const fits = new RegExp(`^${escaped}$`);
  return folders.filter(({ name }) => fits.test(name));
}
