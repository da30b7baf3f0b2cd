/** Readers for JSON that a system tool printed: whatever is not what it should be becomes null or empty. */

/** The value, or null when the text is not JSON. Text before the first brace or bracket (a BOM, a warning) is skipped. */
export function parseJson(text: string): unknown {
  for (let start = text.search(/[[{]/); start >= 0 && start < text.length; ) {
    try {
      return JSON.parse(text.slice(start));
    } catch {
      const next = text.slice(start + 1).search(/^[[{]/m);
      if (next < 0) return null;
      start += 1 + next;
    }
  }
  return null;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A member of an object; null when there is none. */
export function member(value: unknown, name: string): unknown {
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : null;
}

/** A member that is text, trimmed; null when absent, empty or something else. */
export function text(value: unknown, name: string): string | null {
  const found = member(value, name);
  return typeof found === 'string' && found.trim() !== '' ? found.trim() : null;
}

/** A member that is a finite number; null otherwise. */
export function number(value: unknown, name: string): number | null {
  const found = member(value, name);
  return typeof found === 'number' && Number.isFinite(found) ? found : null;
}

/**
 * A member as a list. PowerShell unwraps a list of one, and Windows PowerShell 5.1 wraps some lists as
 * `{ value: [...], Count: n }`.
 */
export function list(value: unknown, name: string): readonly unknown[] {
  const found = member(value, name);
  if (found === null || found === undefined) return [];
  if (Array.isArray(found)) return found;
  const wrapped = member(found, 'value');
  return Array.isArray(wrapped) && member(found, 'Count') !== null ? wrapped : [found];
}

/** The texts of a list, trimmed, without the empty ones. */
export function texts(value: unknown, name: string): string[] {
  return list(value, name).flatMap((item) => (typeof item === 'string' && item.trim() !== '' ? [item.trim()] : []));
}
