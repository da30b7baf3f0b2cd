import type { ClientAccount, OutgoingServer } from '../account.ts';
import { lines } from '../text/lines.ts';
import { xmlDeclaration, xmlElement } from '../text/xml.ts';
import type { Publication } from './publication.ts';

const schemas = 'http://schemas.microsoft.com/exchange/autodiscover';

/**
 * The answer of a service by POX (MS-OXDSCLI 2.2.4) that is the same for everybody: without a login name, the program takes
 * the address. For a server that gives out a file to a POST, too.
 */
export function autodiscoverXml({ domain, incoming, outgoing }: ClientAccount): Publication {
  const content = lines(
    xmlDeclaration,
    `<Autodiscover xmlns="${schemas}/responseschema/2006">`,
    `  <Response xmlns="${schemas}/outlook/responseschema/2006a">`,
    '    <Account>',
    xmlElement(6, 'AccountType', 'email'),
    xmlElement(6, 'Action', 'settings'),
    ...(incoming === null ? [] : protocolLines(incoming.protocol.toUpperCase(), incoming)),
    ...protocolLines('SMTP', outgoing),
    '    </Account>',
    '  </Response>',
    '</Autodiscover>',
  );
  return { place: `https://autodiscover.${domain}/autodiscover/autodiscover.xml`, content };
}

function protocolLines(type: string, { host, port, security }: OutgoingServer): readonly string[] {
  return [
    '      <Protocol>',
    xmlElement(8, 'Type', type),
    xmlElement(8, 'Server', host),
    xmlElement(8, 'Port', port),
    xmlElement(8, 'SSL', 'on'),
    xmlElement(8, 'Encryption', security === 'implicit' ? 'SSL' : 'TLS'),
    xmlElement(8, 'SPA', 'off'),
    xmlElement(8, 'AuthRequired', 'on'),
    '      </Protocol>',
  ];
}
