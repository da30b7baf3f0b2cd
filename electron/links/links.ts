/** Pages that the program itself points to. Nothing that a server says becomes a link. */
const allowed = ['https://www.rfc-editor.org', 'https://learn.microsoft.com'];

/** Whether a link of the window may go to the system's browser: https, of a few hosts, without a name or a port in it. */
export function mayOpen(link: string): boolean {
  try {
    const { origin, username, password } = new URL(link);
    return allowed.includes(origin) && username === '' && password === '';
  } catch {
    return false;
  }
}

/**
 * Opens a page in the system's browser, as the URL parser has understood it and not as it was written.
 *
 * @param openExternal Electron's
 * @returns whether it was opened
 */
export async function openLink(link: string, openExternal: (url: string) => Promise<void>): Promise<boolean> {
  if (!mayOpen(link)) return false;
  await openExternal(new URL(link).href);
  return true;
}
