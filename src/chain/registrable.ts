/** The registrable domain of a name (`mail.corp.co.uk` → `corp.co.uk`); null for a public suffix and for no name at all. */
export type RegistrableDomain = (name: string) => string | null;

/** Loads the public suffix list, which is large: ask for it while something else is being waited for. */
export async function loadPublicSuffixes(): Promise<RegistrableDomain> {
  const { parse } = await import('tldts');
  return (name) => parse(name, { allowPrivateDomains: true }).domain;
}
