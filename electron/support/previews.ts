import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import type { Bundle } from './bundle.ts';

/** Where the person wants it; null when the person does not. */
export type AskWhere = (fileName: string) => Promise<string | null>;

export interface Previews {
  /** Remembers that this was shown. */
  show(bundle: Bundle): Bundle;
  /** Writes exactly what was shown. → the path, or null. Rejects with Error for a text that nobody was shown. */
  save(bundle: Bundle, askWhere: AskWhere): Promise<string | null>;
}

const mostPreviews = 4;

/** A window that has been taken over must not write what it likes where it likes: only what was made here is saved. */
export function createPreviews(): Previews {
  const shown: string[] = [];
  return {
    show(bundle) {
      shown.push(keyOf(bundle));
      shown.splice(0, shown.length - mostPreviews);
      return bundle;
    },
    async save(bundle, askWhere) {
      if (!shown.includes(keyOf(bundle))) throw new Error('this is not what the preview showed');
      const path = await askWhere(bundle.fileName);
      if (path !== null) await writeFile(path, bundle.text, { mode: 0o600 });
      return path;
    },
  };
}

function keyOf({ fileName, text }: Bundle): string {
  return createHash('sha256').update(`${fileName}\0${text}`).digest('hex');
}
