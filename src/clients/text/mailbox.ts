/** `"Doe, Jane" <jane@corp.example>`: a display name, always quoted, with its address (RFC 5322, 3.4; RFC 6532). */
export function mailbox(name: string, address: string): string {
  return `"${name.replace(/["\\]/g, '\\$&')}" <${address}>`;
}
