import { domain } from '../dns/records.ts';
import type { LabSettings } from '../settings.ts';
import { autoconfigXml, autodiscoverJson, paccJson, poxXml } from './documents.ts';
import { type PublishedServer, publishedServers } from './published.ts';

export interface Page {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

export type WebPages = (url: URL, method: string) => Page;

const nothing: Page = { status: 404, type: 'text/plain', body: 'There is nothing here.\n' };

const loginPage: Page = {
  status: 200,
  type: 'text/html; charset=utf-8',
  body: '<!doctype html><title>Sign in</title><form method="post"><input name="user"><input type="password"></form>\n',
};

/** What the web server has at each address. */
export function pagesFor(
  { autoconfig, published }: Pick<LabSettings, 'autoconfig' | 'published'>,
  ports: () => Parameters<typeof publishedServers>[1],
): WebPages {
  const servers = (): readonly PublishedServer[] => publishedServers(published, ports());
  const xml = (body: string): Page => ({ status: 200, type: 'text/xml; charset=utf-8', body });
  return ({ hostname, pathname, searchParams }, method) => {
    switch (`${hostname}${pathname.toLowerCase()}`) {
      case `autoconfig.${domain}/mail/config-v1.1.xml`:
      case `${domain}/.well-known/autoconfig/mail/config-v1.1.xml`:
        return autoconfig === 'login-page' ? loginPage : xml(autoconfigXml(servers()));
      case `autodiscover.${domain}/autodiscover/autodiscover.xml`:
        return method === 'POST' ? xml(poxXml(servers())) : { ...nothing, status: 405 };
      case `autodiscover.${domain}/autodiscover/autodiscover.json`:
        return { ...autodiscoverJson(searchParams.get('Protocol') ?? ''), type: 'application/json' };
      case `ua-auto-config.${domain}/.well-known/user-agent-configuration.json`:
        return { status: 200, type: 'application/json', body: paccJson(published) };
      default:
        return nothing;
    }
  };
}
