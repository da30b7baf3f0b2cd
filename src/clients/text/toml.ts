/** A TOML 1.0 basic string: its `\u` knows no surrogates, so that whatever is not ASCII stays as it is, in UTF-8. */
export function tomlString(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}
