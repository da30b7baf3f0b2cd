import type { Profile, ProfileFile } from '../../src/clients/index.ts';
import type { ClientProfile } from '../contract.ts';

/** A profile as the window shows it. */
export function shownProfile({ files, notes, qr }: Profile): ClientProfile {
  return {
    files: files.map((file) => ({ path: file.path, purpose: file.purpose, place: file.place, text: textOf(file) })),
    notes: notes.map(({ code, command = null }) => ({ code, command })),
    qr: qr === undefined ? null : [...qr],
  };
}

/** What is no text is one of Windows' files, in UTF-16 with its byte order mark. */
function textOf({ content }: ProfileFile): string {
  return typeof content === 'string' ? content : new TextDecoder('utf-16le').decode(content);
}
