import { pages } from './pages.ts';
import type { Site } from './published.ts';

export const poxPath = '/autodiscover/autodiscover.xml';
const noSuchMailbox = '/no-such-mailbox.xml';
const port = 8080;

/** Path → text of what the service of a site answers. */
export function answers({ mailboxes }: Site): Readonly<Record<string, string>> {
  if (mailboxes === undefined) return {};
  return { [poxPath]: mailboxes.settings.text, [noSuchMailbox]: pages.noSuchMailbox().text };
}

/** nginx reads what was posted only for whoever is behind it: what it found is passed on as a header. */
export function location({ name, mailboxes }: Site): string {
  if (mailboxes === undefined) return '';
  return `    location = ${poxPath} {
      proxy_pass http://127.0.0.1:${port};
      proxy_set_header Host ${name};
      proxy_set_header X-Mailbox $mailbox_of_${variable(name)};
    }`;
}

/** Which mailboxes there are, and who answers for them. */
export function service({ name, mailboxes }: Site, root: string): string {
  if (mailboxes === undefined) return '';
  const domains = mailboxes.domains.map((domain) => domain.replaceAll('.', '\\.')).join('|');
  return `  map $request_body $mailbox_of_${variable(name)} { default unknown; "~*@(${domains})<" known; }
  server {
    listen 127.0.0.1:${port};
    server_name ${name};
    root ${root};
    error_page 405 =200 $uri;
    if ($http_x_mailbox = unknown) { rewrite ^ ${noSuchMailbox}; }
  }
`;
}

const variable = (name: string) => name.replaceAll('-', '_');
