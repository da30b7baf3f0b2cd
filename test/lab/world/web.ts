import { answers, location as autodiscover, service } from './autodiscover.ts';
import { issue } from './ca.ts';
import { address, hosts } from './hosts.ts';
import { portOpens } from './network.ts';
import { statePath, writeState } from './paths.ts';
import { type Page, publications, type Site } from './published.ts';
import { startDaemon } from './run.ts';

const sites = Object.values(publications).flatMap((publication) => publication.sites);
const certificateName = ({ name }: Site) => `web-${name}`;

export async function issueWebCertificates(): Promise<void> {
  for (const site of sites) await issue({ name: certificateName(site), names: site.certified ?? site.hosts });
}

/** Starts the web server of all domains: which site is meant, the name in the TLS handshake tells. */
export async function startWeb(): Promise<void> {
  for (const site of sites) {
    for (const [path, page] of Object.entries(site.pages ?? {})) {
      if ('text' in page) writeState(`web/${site.name}${path}`, page.text);
    }
    for (const [path, text] of Object.entries(answers(site))) writeState(`web/${site.name}${path}`, text);
  }
  const config = writeState('web/nginx.conf', nginxConf());
  const log = statePath('log', 'nginx.log');
  startDaemon(hosts.web.namespace, ['nginx', '-e', log, '-c', config], log);
  await portOpens(hosts.web.namespace, address.web, 443, 10_000);
}

function nginxConf(): string {
  return `daemon off;
user root;
worker_processes 1;
pid ${statePath('web', 'nginx.pid')};
events { }
http {
  log_format asked '$scheme://$host "$request" $status';
  access_log ${statePath('log', 'web.log')} asked;
  types { application/json json; text/xml xml; text/html html; }
${sites.map((site) => service(site, root(site)) + serverBlock(site)).join('')}}
`;
}

function serverBlock(site: Site): string {
  const certificate = statePath('certs', certificateName(site));
  return `  server {
    listen 443 ssl;
    ${site.plain === true ? 'listen 80;' : ''}
    server_name ${site.hosts.join(' ')};
    ssl_certificate ${certificate}.crt;
    ssl_certificate_key ${certificate}.key;
    root ${root(site)};
    # Autodiscover is asked by POST, which a server of files refuses.
    error_page 405 =200 $uri;
${autodiscover(site)}
${locations(site)}
  }
`;
}

const root = ({ name }: Site) => statePath('web', name);

function locations({ pages = {}, everything }: Site): string {
  const all = Object.entries(pages).map(([path, page]) => location(`= ${path}`, page));
  return [...all, everything === undefined ? '' : location('/', everything)].join('\n');
}

/** Documents are files; the page that stands for everything is part of the configuration. */
function location(where: string, page: Page): string {
  if ('location' in page) return `    location ${where} { return 302 ${page.location}; }`;
  return where === '/' ? `    location / { default_type ${page.type}; return 200 '${page.text}'; }` : '';
}
