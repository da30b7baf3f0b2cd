import { lines } from '../text/lines.ts';
import type { Publication } from './publication.ts';

/** Says that the entry holds the URL of an Autodiscover service (MS-OXDSCLI 3.1.5.1). */
const urlKeyword = '77378F46-2C66-4aa9-A6A6-3E7A48B19596';

/**
 * The Autodiscover service of a mail domain as an entry of the directory's configuration, to be imported with `ldifde -i -f` or
 * ldapadd.
 *
 * @param forest DNS name of the forest's root domain, whose configuration it is
 */
export function servicePoint(domain: string, forest: string): Publication {
  const root = forest
    .split('.')
    .map((label) => `DC=${label}`)
    .join(',');
  const content = lines(
    `dn: CN=autodiscover.${domain},CN=Services,CN=Configuration,${root}`,
    'changetype: add',
    'objectClass: serviceConnectionPoint',
    'serviceClassName: ms-Exchange-AutoDiscover-Service',
    `serviceBindingInformation: https://autodiscover.${domain}/autodiscover/autodiscover.xml`,
    `keywords: ${urlKeyword}`,
  );
  return { place: `the directory of ${forest}`, content };
}
