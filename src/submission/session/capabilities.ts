import type { Reply } from './reply.ts';

/** What a server offers in its answer to EHLO (RFC 5321 4.1.1.1). Keywords are in capitals. */
export interface Capabilities {
  readonly keywords: readonly string[];
  /** SASL mechanisms (RFC 4954), in the server's order. */
  readonly mechanisms: readonly string[];
  /** Octets (RFC 1870); null when no limit was said. */
  readonly sizeLimit: number | null;
}

export const noCapabilities: Capabilities = { keywords: [], mechanisms: [], sizeLimit: null };

/** Reads what is well-formed and leaves out the rest. The first line is the server's name, not a keyword. */
export function readCapabilities({ lines }: Reply): Capabilities {
  // Some servers of the last century wrote `AUTH=LOGIN`; a few still do, beside the right form.
  const offers = lines.slice(1).map((line) =>
    line
      .replace(/^AUTH=/i, 'AUTH ')
      .trim()
      .toUpperCase()
      .split(/\s+/),
  );
  const known = offers.filter(([keyword = '']) => /^[A-Z0-9][A-Z0-9-]*$/.test(keyword));
  const size = Number(known.find(([keyword]) => keyword === 'SIZE')?.[1]);
  const mechanisms = known.filter(([keyword]) => keyword === 'AUTH').flatMap(([, ...names]) => names);
  return {
    keywords: unique(known.map(([keyword = '']) => keyword)),
    mechanisms: unique(mechanisms.filter((name) => /^[A-Z0-9_-]{1,20}$/.test(name))),
    sizeLimit: Number.isSafeInteger(size) && size > 0 ? size : null,
  };
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)];
}
