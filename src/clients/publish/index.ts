import type { ClientAccount } from '../account.ts';
import { autoconfigXml } from '../thunderbird/autoconfig.ts';
import type { Publication } from './publication.ts';

export { autodiscoverXml } from './autodiscover.ts';
export { paccDocument } from './pacc.ts';
export type { Publication } from './publication.ts';
export { servicePoint } from './service-point.ts';
export { srvRecords } from './srv.ts';

/** The file of draft-ietf-mailmaint-autoconfig for a whole mail domain. */
export function autoconfigFile(account: ClientAccount): Publication {
  return { place: `https://autoconfig.${account.domain}/mail/config-v1.1.xml`, content: autoconfigXml(account) };
}
