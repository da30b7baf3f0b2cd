/** The registrable domain of a name (`mail.corp.co.uk` → `corp.co.uk`); null for a public suffix and for no name at all. */
export type RegistrableDomain = (name: string) => string | null;

/**
 * The narrowest domain whose approval makes a host acceptable: the one around it; the host itself where everybody can have
 * names in that one.
 */
export function approvableDomain(host: string, registrableDomain: RegistrableDomain): string {
  const around = host.split('.').slice(1).join('.');
  return around === '' || registrableDomain(around) === null ? host : around;
}

/** Loads the public suffix list, which is large: ask for it while something else is being waited for. */
export async function loadPublicSuffixes(): Promise<RegistrableDomain> {
  const { parse } = await import('tldts');
  return (name) => parse(name, { allowPrivateDomains: true }).domain;
}
