import type { WebReply } from './web-world.ts';

const schemas = 'http://schemas.microsoft.com/exchange/autodiscover';

export function poxUrl(host: string): string {
  return `https://${host}/autodiscover/autodiscover.xml`;
}

/** An Autodiscover answer with these parts of its account. */
export function pox(account: string): WebReply {
  const body = `<?xml version="1.0" encoding="utf-8"?>
<Autodiscover xmlns="${schemas}/responseschema/2006">
<Response xmlns="${schemas}/outlook/responseschema/2006a">
<Account><AccountType>email</AccountType>${account}</Account></Response></Autodiscover>`;
  return { headers: { 'content-type': 'text/xml; charset=utf-8' }, body };
}

export function poxSettings(...protocols: string[]): WebReply {
  return pox(`<Action>settings</Action>${protocols.map((parts) => `<Protocol>${parts}</Protocol>`).join('\n')}`);
}
