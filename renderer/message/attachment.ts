/** A file that goes along, read already. */
export interface Attachment {
  /** Two files may have one name. */
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly base64: string;
}

/** Bytes, together, before base64 makes them a third larger; most relays take no more. */
export const roomForAttachments = 25 * 1_048_576;
export const mostAttachments = 20;

/** Why a file was not added. */
export type Rejection =
  | { readonly kind: 'too-large'; readonly name: string; readonly size: number; readonly room: number }
  | { readonly kind: 'too-many' }
  | { readonly kind: 'unreadable'; readonly name: string };

export interface Added {
  readonly attachments: readonly Attachment[];
  readonly rejections: readonly Rejection[];
}

export function roomLeft(attachments: readonly Attachment[]): number {
  return attachments.reduce((room, { size }) => room - size, roomForAttachments);
}

/** Reads files in their order, as long as there is room. The size is looked at before anything is read. */
export async function addFiles(before: readonly Attachment[], files: readonly File[]): Promise<Added> {
  const attachments = [...before];
  const rejections: Rejection[] = [];
  for (const file of files) {
    const added = await addFile(attachments, file);
    if ('kind' in added) rejections.push(added);
    else attachments.push(added);
    if ('kind' in added && added.kind === 'too-many') break;
  }
  return { attachments, rejections };
}

async function addFile(before: readonly Attachment[], file: File): Promise<Attachment | Rejection> {
  const { name, size } = file;
  const room = roomLeft(before);
  if (before.length >= mostAttachments) return { kind: 'too-many' };
  if (size > room) return { kind: 'too-large', name, size, room };
  try {
    return { id: crypto.randomUUID(), name, size, base64: await base64Of(file) };
  } catch {
    return { kind: 'unreadable', name };
  }
}

/** Read by the browser's own encoder, off our thread. */
function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,?/, ''));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}
