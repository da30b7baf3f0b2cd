import type { ServerSetting } from '../../../run/index.ts';

/** A large provider, from its public documentation for mail clients. */
export interface Provider {
  readonly name: string;
  /** Where its documentation says so. */
  readonly documentation: string;
  /** Mail domains of its own. */
  readonly domains: readonly string[];
  /** Endings of the gateways that take mail for domains which it hosts. */
  readonly gateways: readonly string[];
  readonly servers: readonly ServerSetting[];
}

type Authentication = ServerSetting['authentication'];

const password: Authentication = ['password'];
const browser: Authentication = ['oauth2'];

function imap(host: string, authentication: Authentication = password): ServerSetting {
  return { service: 'imap', host, port: 993, security: 'implicit', authentication, user: null, url: null };
}

function pop3(host: string, authentication: Authentication = password): ServerSetting {
  return { service: 'pop3', host, port: 995, security: 'implicit', authentication, user: null, url: null };
}

function submissions(host: string, authentication: Authentication = password): ServerSetting {
  return { service: 'submission', host, port: 465, security: 'implicit', authentication, user: null, url: null };
}

function submission(host: string, authentication: Authentication = password): ServerSetting {
  return { service: 'submission', host, port: 587, security: 'starttls', authentication, user: null, url: null };
}

/** Read from the providers' help pages in November 2026. User names are whole addresses with all of them. */
export const providers: readonly Provider[] = [
  {
    name: 'Google',
    documentation: 'https://support.google.com/mail/answer/7126229',
    domains: ['gmail.com', 'googlemail.com'],
    gateways: ['google.com', 'googlemail.com'],
    servers: [
      imap('imap.gmail.com', ['oauth2', 'password']),
      pop3('pop.gmail.com', ['oauth2', 'password']),
      submissions('smtp.gmail.com', ['oauth2', 'password']),
      submission('smtp.gmail.com', ['oauth2', 'password']),
    ],
  },
  {
    name: 'Microsoft 365',
    documentation:
      'https://support.microsoft.com/office/pop-imap-and-smtp-settings-8361e398-8af4-4e97-b147-6c6c4ac95353',
    domains: [],
    gateways: ['mail.protection.outlook.com', 'mx.microsoft'],
    servers: [
      imap('outlook.office365.com', browser),
      pop3('outlook.office365.com', browser),
      submission('smtp.office365.com', browser),
    ],
  },
  {
    name: 'Outlook.com',
    documentation:
      'https://support.microsoft.com/office/pop-imap-and-smtp-settings-for-outlook-com-d088b986-291d-42b8-9564-9c414e2aa040',
    domains: ['outlook.com', 'hotmail.com', 'live.com', 'msn.com'],
    gateways: ['olc.protection.outlook.com'],
    servers: [
      imap('outlook.office365.com', browser),
      pop3('outlook.office365.com', browser),
      submission('smtp-mail.outlook.com', browser),
    ],
  },
  {
    name: 'iCloud',
    documentation: 'https://support.apple.com/102525',
    domains: ['icloud.com', 'me.com', 'mac.com'],
    gateways: ['mail.icloud.com'],
    servers: [imap('imap.mail.me.com'), submission('smtp.mail.me.com')],
  },
  {
    name: 'Yahoo',
    documentation: 'https://help.yahoo.com/kb/SLN4075.html',
    domains: ['yahoo.com', 'ymail.com', 'rocketmail.com', 'yahoo.de', 'yahoo.co.uk', 'yahoo.fr'],
    gateways: ['yahoodns.net'],
    servers: [
      imap('imap.mail.yahoo.com', ['oauth2', 'password']),
      pop3('pop.mail.yahoo.com', ['oauth2', 'password']),
      submissions('smtp.mail.yahoo.com', ['oauth2', 'password']),
    ],
  },
  {
    name: 'Fastmail',
    documentation: 'https://www.fastmail.help/hc/articles/1500000278342',
    domains: ['fastmail.com', 'fastmail.fm'],
    gateways: ['messagingengine.com'],
    servers: [
      imap('imap.fastmail.com'),
      pop3('pop.fastmail.com'),
      submissions('smtp.fastmail.com'),
      submission('smtp.fastmail.com'),
    ],
  },
  {
    name: 'GMX',
    documentation: 'https://hilfe.gmx.net/pop-imap/imap/imap-serverdaten.html',
    domains: ['gmx.de', 'gmx.net', 'gmx.at', 'gmx.ch'],
    gateways: ['emig.gmx.net'],
    servers: [imap('imap.gmx.net'), pop3('pop.gmx.net'), submissions('mail.gmx.net'), submission('mail.gmx.net')],
  },
  {
    name: 'WEB.DE',
    documentation: 'https://hilfe.web.de/pop-imap/imap/imap-serverdaten.html',
    domains: ['web.de'],
    gateways: ['mx-ha.web.de'],
    servers: [imap('imap.web.de'), pop3('pop3.web.de'), submission('smtp.web.de')],
  },
  {
    name: 'T-Online',
    documentation: 'https://www.telekom.de/hilfe/e-mail/e-mail-server',
    domains: ['t-online.de', 'magenta.de'],
    gateways: ['mx.t-online.de'],
    servers: [imap('secureimap.t-online.de'), pop3('securepop.t-online.de'), submissions('securesmtp.t-online.de')],
  },
  {
    name: 'IONOS',
    documentation: 'https://www.ionos.com/help/email/setting-up-mail-programs/',
    domains: [],
    gateways: ['kundenserver.de', 'ionos.com', 'ionos.de', 'ionos.co.uk', 'ionos.fr', 'ionos.es', 'ionos.it'],
    servers: [imap('imap.ionos.com'), pop3('pop.ionos.com'), submissions('smtp.ionos.com')],
  },
  {
    name: 'OVHcloud',
    documentation: 'https://help.ovhcloud.com/csm/email-general-information',
    domains: [],
    gateways: ['mail.ovh.net'],
    servers: [imap('ssl0.ovh.net'), pop3('ssl0.ovh.net'), submissions('ssl0.ovh.net')],
  },
  {
    name: 'Zoho Mail',
    documentation: 'https://www.zoho.com/mail/help/imap-access.html',
    domains: ['zohomail.com', 'zoho.com'],
    gateways: ['zoho.com', 'zoho.eu', 'zohomail.com'],
    servers: [imap('imap.zoho.com'), pop3('pop.zoho.com'), submissions('smtp.zoho.com'), submission('smtp.zoho.com')],
  },
  {
    name: 'mailbox.org',
    documentation: 'https://kb.mailbox.org/en/private/e-mail/set-up-your-e-mail-program',
    domains: ['mailbox.org'],
    gateways: ['mailbox.org'],
    servers: [
      imap('imap.mailbox.org'),
      pop3('pop3.mailbox.org'),
      submissions('smtp.mailbox.org'),
      submission('smtp.mailbox.org'),
    ],
  },
  {
    name: 'Posteo',
    documentation: 'https://posteo.de/en/help/setting-up-the-client',
    domains: ['posteo.de', 'posteo.net', 'posteo.org', 'posteo.eu'],
    gateways: ['posteo.de'],
    servers: [imap('posteo.de'), pop3('posteo.de'), submissions('posteo.de'), submission('posteo.de')],
  },
];

/** Services that take mail for others only to filter it: their gateways say nothing about where people have their mail. */
export const filters: readonly { readonly name: string; readonly gateways: readonly string[] }[] = [
  { name: 'Proofpoint', gateways: ['pphosted.com', 'ppe-hosted.com'] },
  { name: 'Mimecast', gateways: ['mimecast.com', 'mimecast.co.za'] },
  { name: 'Symantec Email Security', gateways: ['messagelabs.com'] },
  { name: 'Barracuda', gateways: ['barracudanetworks.com'] },
  { name: 'Cisco Secure Email', gateways: ['iphmx.com'] },
  { name: 'Trend Micro', gateways: ['trendmicro.com', 'trendmicro.eu'] },
  { name: 'Hornetsecurity', gateways: ['hornetsecurity.com', 'antispameurope.com'] },
  { name: 'Sophos Email', gateways: ['hydra.sophos.com'] },
  { name: 'SpamExperts', gateways: ['antispamcloud.com'] },
  { name: 'Retarus', gateways: ['retarus.com', 'retarus.de'] },
  { name: 'NoSpamProxy', gateways: ['cloud.nospamproxy.com'] },
];
