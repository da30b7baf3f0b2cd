/** Certificate files are small; this is what a request may carry. */
const most = 1_000_000;

/** The contents of a certificate file as a request carries them: PEM as it is, anything else as base64; null: unreadable. */
export async function readCertificate(file: Blob): Promise<string | null> {
  if (file.size === 0 || file.size > most) return null;
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const text = new TextDecoder().decode(bytes);
    return text.includes('-----BEGIN') ? text : toBase64(bytes);
  } catch {
    return null;
  }
}

function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}
