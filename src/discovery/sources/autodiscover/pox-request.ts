import type { WebRequest } from '../../http/web.ts';

const schemas = 'http://schemas.microsoft.com/exchange/autodiscover/outlook';

/** The question for one mailbox (MS-OXDSCLI 2.2.3). */
export function poxRequest(address: string): WebRequest {
  const body = `<?xml version="1.0" encoding="utf-8"?>
<Autodiscover xmlns="${schemas}/requestschema/2006"><Request><EMailAddress>${escapeXml(address)}</EMailAddress><AcceptableResponseSchema>${schemas}/responseschema/2006a</AcceptableResponseSchema></Request></Autodiscover>`;
  return { method: 'POST', headers: { 'content-type': 'text/xml; charset=utf-8' }, body };
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}
