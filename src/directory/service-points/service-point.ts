import type { Entry } from '../ldap/entry.ts';

/** Keywords that Exchange marks its service connection points with (MS-OXDSCLI 2.2.4.1). */
export const keywords = {
  url: '77378F46-2C66-4aa9-A6A6-3E7A48B19596',
  pointer: '67661d7F-8FC4-4fa7-BFAC-E1D7794C1F68',
} as const;

/** Where a directory says that settings can be asked for. */
export interface ServicePoint {
  readonly dn: string;
  /** `url`: an Autodiscover service; `pointer`: another directory to ask, as an LDAP URL. */
  readonly kind: keyof typeof keywords;
  readonly url: string;
  /** The sites that it is meant for; empty: for all. */
  readonly sites: readonly string[];
  /** The mail domains that it is meant for; empty: for all. */
  readonly domains: readonly string[];
}

/** A service point as its entry has it; null when it says nothing that can be used. */
export function toServicePoint(entry: Entry): ServicePoint | null {
  const marks = entry.values('keywords').filter((value) => typeof value === 'string');
  const url = entry.values('serviceBindingInformation').find((value) => typeof value === 'string');
  const has = (keyword: string) => marks.some((mark) => mark.toLowerCase() === keyword.toLowerCase());
  const kind = has(keywords.pointer) ? 'pointer' : has(keywords.url) ? 'url' : null;
  if (kind === null || url === undefined) return null;
  const scoped = (name: string) =>
    marks.flatMap((mark) => (mark.toLowerCase().startsWith(`${name}=`) ? [mark.slice(name.length + 1)] : []));
  return { dn: entry.dn, kind, url, sites: scoped('site'), domains: scoped('domain') };
}

/** In the order to try them: those of the client's own site, those without a site, those of other sites. */
export function inSiteOrder(points: readonly ServicePoint[], site: string | null): readonly ServicePoint[] {
  const distance = ({ sites }: ServicePoint) => {
    if (sites.length === 0) return 1;
    return site !== null && sites.some((one) => one.toLowerCase() === site.toLowerCase()) ? 0 : 2;
  };
  return [...points].sort((a, b) => distance(a) - distance(b) || a.dn.localeCompare(b.dn, 'en'));
}
