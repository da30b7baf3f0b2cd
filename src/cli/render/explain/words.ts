import type { SourceName } from '../../../run/index.ts';

/** What an administrator has to know about a place where settings are looked for. */
interface Place {
  readonly title: string;
  /** Who looks there, by public documentation. */
  readonly readers: string;
  /** The names and URLs, for a mail domain. */
  readonly asked: (domain: string) => readonly string[];
}

export const places: Readonly<Record<SourceName, Place>> = {
  directory: {
    title: 'Service connection points in Active Directory',
    readers: 'classic Outlook on computers of the domain',
    // What is asked of it depends on the forest, which is known once somebody has signed in.
    asked: () => [],
  },
  dns: {
    title: 'SRV records (RFC 6186, RFC 8314)',
    readers: 'Evolution, aerc; Thunderbird does not',
    asked: (domain) =>
      ['_submissions', '_submission', '_imaps', '_imap', '_pop3s', '_pop3', '_jmap'].map(
        (label) => `${label}._tcp.${domain} SRV`,
      ),
  },
  autoconfig: {
    title: 'autoconfig (config-v1.1.xml)',
    readers: 'Thunderbird, also for Android; Evolution, KMail',
    asked: (domain) => [
      `https://autoconfig.${domain}/mail/config-v1.1.xml`,
      `https://${domain}/.well-known/autoconfig/mail/config-v1.1.xml`,
    ],
  },
  pacc: {
    title: 'PACC (an IETF draft)',
    readers: 'Waypost; the draft is young',
    asked: (domain) => [
      `https://ua-auto-config.${domain}/.well-known/user-agent-configuration.json`,
      `_ua-auto-config.${domain} TXT`,
    ],
  },
  autodiscover: {
    title: 'Autodiscover (Microsoft)',
    readers: 'classic Outlook; Exchange accounts of Apple Mail and of phones',
    asked: (domain) => [
      `https://autodiscover.${domain}/autodiscover/autodiscover.xml`,
      `https://${domain}/autodiscover/autodiscover.xml`,
      `http://autodiscover.${domain}/autodiscover/autodiscover.xml`,
      `_autodiscover._tcp.${domain} SRV`,
    ],
  },
  provider: {
    title: 'Known providers, and whose gateway the MX records name',
    readers: 'Waypost; Thunderbird and others have lists of their own',
    asked: (domain) => [`${domain} MX`],
  },
  'common-names': {
    title: 'Usual names',
    readers: 'Thunderbird and others, where nothing is published',
    asked: (domain) => ['mail', 'smtp', 'imap', 'pop'].map((name) => `${name}.${domain}`),
  },
};
