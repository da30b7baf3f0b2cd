import { address, blackHoleAddress, domain, upnSuffix } from './hosts.ts';
import { type Document, paccDigest, pages } from './pages.ts';

/** A web site: what is served for some names, over https. */
export interface Site {
  /** Unique; its certificate and its documents lie under it. */
  readonly name: string;
  readonly hosts: readonly string[];
  /** What the certificate says. Default: its hosts. */
  readonly certified?: readonly string[];
  /** Path → document, or where it is to be found. */
  readonly pages?: Readonly<Record<string, Page>>;
  /** Answers every question with this page, whatever was asked. */
  readonly everything?: Page;
  /** Has an Autodiscover service, for the mailboxes of these domains: of any other it says that there is none. */
  readonly mailboxes?: { readonly domains: readonly string[]; readonly settings: Document };
  /** Serves the same without TLS, too. */
  readonly plain?: boolean;
}

export type Page = Document | { readonly location: string };

interface Publication {
  readonly records: readonly string[];
  readonly sites: readonly Site[];
}

const web = (...names: readonly string[]) => names.map((name) => `${name} A ${address.web}`);
const autoconfigPath = '/mail/config-v1.1.xml';
const wellKnownPath = '/.well-known/autoconfig/mail/config-v1.1.xml';
const mail = `mail.${domain}`;

/** The SRV records of a host with IMAP and submission (RFC 6186, RFC 8314). */
const service = (host: string) => [`_imaps._tcp SRV 0 1 993 ${host}.`, `_submissions._tcp SRV 0 1 465 ${host}.`];

/** Signed with DNSSEC (`signed.ts`); nothing but SRV records. */
export const signedZones = {
  'signed.example': service(mail),
  /** Signed with a key that the clients do not trust for it, as after somebody has meddled. */
  'bogus.example': service(mail),
} as const;

/** What each domain publishes about its mail servers: corp.example well and everywhere, the others each in their own bad way. */
export const publications: Readonly<Record<string, Publication>> = {
  [domain]: {
    records: [
      // The controllers are under this name in the directory's own DNS: many companies have such a split view.
      ...web('@', 'autoconfig', 'autodiscover', 'autodiscover-hq', 'autodiscover-branch', 'ua-auto-config'),
      ...['_imaps._tcp SRV 0 1 993 mail', '_imap._tcp SRV 0 1 143 mail', '_pop3s._tcp SRV 0 1 995 mail'],
      `_ua-auto-config TXT "v=UAAC1; a=sha256; d=${paccDigest(pages.pacc(mail))}"`,
      // In the directory's own DNS it is the other address of that host.
      `split A ${address.mail}`,
    ],
    sites: [
      { name: 'corp', hosts: [domain], pages: { [wellKnownPath]: pages.autoconfig(domain, mail) } },
      {
        name: 'corp-autoconfig',
        hosts: [`autoconfig.${domain}`],
        pages: { [autoconfigPath]: pages.autoconfig(domain, mail) },
      },
      {
        name: 'corp-autodiscover',
        hosts: ['autodiscover', 'autodiscover-hq', 'autodiscover-branch'].map((name) => `${name}.${domain}`),
        pages: { '/autodiscover/autodiscover.json': pages.json(domain) },
        mailboxes: { domains: [domain, upnSuffix], settings: pages.pox(mail) },
      },
      {
        name: 'corp-pacc',
        hosts: [`ua-auto-config.${domain}`],
        pages: { '/.well-known/user-agent-configuration.json': pages.pacc(mail) },
      },
    ],
  },
  /** Points to the Autodiscover service of corp.example. */
  [upnSuffix]: { records: [`_autodiscover._tcp SRV 0 1 443 autodiscover.${domain}.`], sites: [] },
  'pop.example': {
    records: [`_pop3s._tcp SRV 0 1 995 ${mail}.`, `_submissions._tcp SRV 0 1 465 ${mail}.`],
    sites: [],
  },
  /** Its servers are those of a hoster. */
  'hosted.example': {
    records: service('mail.hoster.example'),
    sites: [],
  },
  'hoster.example': { records: [`mail A ${address.mail}`], sites: [] },
  /** Offers nothing, and says so (RFC 6186 3.4). */
  'notoffered.example': {
    records: ['_imaps', '_imap', '_pop3s', '_pop3', '_submissions', '_submission'].map(
      (name) => `${name}._tcp SRV 0 0 0 .`,
    ),
    sites: [],
  },
  'wrongcert.example': {
    records: web('autoconfig'),
    sites: [
      {
        name: 'wrongcert',
        hosts: ['autoconfig.wrongcert.example'],
        certified: ['www.elsewhere.example'],
        pages: { [autoconfigPath]: pages.autoconfig('wrongcert.example', mail) },
      },
    ],
  },
  /** A captive portal: whatever is asked, the answer is its login page. */
  'portal.example': {
    records: web('@', 'autoconfig', 'autodiscover', 'ua-auto-config'),
    sites: [
      {
        name: 'portal',
        hosts: ['portal.example', '*.portal.example'],
        everything: { type: 'text/html', text: '<!doctype html><title>Sign in to the guest network</title>' },
        plain: true,
      },
    ],
  },
  'loop.example': {
    records: web('autoconfig'),
    sites: [
      {
        name: 'loop',
        hosts: ['autoconfig.loop.example'],
        pages: {
          [autoconfigPath]: { location: 'https://autoconfig.loop.example/other.xml' },
          '/other.xml': { location: `https://autoconfig.loop.example${autoconfigPath}` },
        },
      },
    ],
  },
  /** Its web server and its DNS name different servers. */
  'torn.example': {
    records: [...web('autoconfig'), ...service(mail)],
    sites: [
      {
        name: 'torn',
        hosts: ['autoconfig.torn.example'],
        pages: { [autoconfigPath]: pages.autoconfig('torn.example', `relay.${domain}`) },
      },
    ],
  },
  /** The digest in DNS is that of another document. */
  'stale.example': {
    records: [
      ...web('ua-auto-config'),
      `_ua-auto-config TXT "v=UAAC1; a=sha256; d=${paccDigest(pages.pacc('old.example'))}"`,
    ],
    sites: [
      {
        name: 'stale',
        hosts: ['ua-auto-config.stale.example'],
        pages: { '/.well-known/user-agent-configuration.json': pages.pacc(mail) },
      },
    ],
  },
  /** Its web servers swallow every packet; its DNS works. */
  'deadweb.example': {
    records: [
      ...['@', 'autoconfig', 'autodiscover', 'ua-auto-config'].map((name) => `${name} A ${blackHoleAddress}`),
      ...service(mail),
    ],
    sites: [],
  },
  /** Its mail server is in the split view. */
  'split.example': {
    records: service(`split.${domain}`),
    sites: [],
  },
};

/** Names under which the mail server is published, beside its own. */
export const mailAliases = [`split.${domain}`, 'mail.hoster.example'];
