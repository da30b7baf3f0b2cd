/** The machines of the world. One host is one network namespace, `wp-` and its name, on one link of the router. */
export interface Host {
  readonly namespace: string;
  readonly link: LinkName;
  /** The first is the host's own; servers may listen on all. */
  readonly addresses: readonly [string, ...string[]];
  readonly address6?: string;
}

export type LinkName = 'hq' | 'branch' | 'partner' | 'nowhere';
export type HostName = keyof typeof hosts;
export type ClientName = 'client' | 'branchclient' | 'lostclient';

interface Link {
  readonly bridge: string;
  readonly network: string;
  readonly gateway: string;
  readonly gateway6?: string;
}

export const routerNamespace = 'wp-router';

export const links: Readonly<Record<LinkName, Link>> = {
  hq: { bridge: 'br-hq', network: '10.77.1.0/24', gateway: '10.77.1.1', gateway6: 'fd77:0:0:1::1' },
  branch: { bridge: 'br-branch', network: '10.77.2.0/24', gateway: '10.77.2.1' },
  partner: { bridge: 'br-partner', network: '10.77.3.0/24', gateway: '10.77.3.1' },
  /** A subnet that no Active Directory site claims. */
  nowhere: { bridge: 'br-nowhere', network: '10.77.9.0/24', gateway: '10.77.9.1' },
};

export const hosts = {
  dns: host('wp-dns', 'hq', ['10.77.1.53', '10.77.1.54'], 'fd77:0:0:1::53'),
  dc1: host('wp-dc1', 'hq', ['10.77.1.10']),
  dc2: host('wp-dc2', 'branch', ['10.77.2.10']),
  mail: host('wp-mail', 'hq', ['10.77.1.25', '10.77.1.24'], 'fd77:0:0:1::25'),
  openrelay: host('wp-openrelay', 'hq', ['10.77.1.27']),
  web: host('wp-web', 'hq', ['10.77.1.80']),
  partner: host('wp-partner', 'partner', ['10.77.3.25']),
  evil: host('wp-evil', 'hq', ['10.77.1.100']),
  client: host('wp-client', 'hq', ['10.77.1.200'], 'fd77:0:0:1::200'),
  branchclient: host('wp-branchclient', 'branch', ['10.77.2.200']),
  lostclient: host('wp-lostclient', 'nowhere', ['10.77.9.200']),
} as const;

export const clientNames: readonly ClientName[] = ['client', 'branchclient', 'lostclient'];

/** `refuser` answers every question with REFUSED: the name server of lame.example. */
export const address = {
  dns: '10.77.1.53',
  refuser: '10.77.1.54',
  dc1: '10.77.1.10',
  dc2: '10.77.2.10',
  mail: '10.77.1.25',
  /** A second address of the mail host, listed first under twin.corp.example: block it to test the race of addresses. */
  mailTwin: '10.77.1.24',
  mail6: 'fd77:0:0:1::25',
  openrelay: '10.77.1.27',
  partner: '10.77.3.25',
  web: '10.77.1.80',
} as const;

/** Refuses connections: an address of the evil host where nothing listens. */
export const refusingAddress = '10.77.1.120';
/** Swallows everything: always black-holed. */
export const blackHoleAddress = '10.77.1.121';

/** The Active Directory site of each domain controller. */
export const sites = { dc1: 'HQ', dc2: 'Branch' } as const;

export const realm = 'CORP.EXAMPLE';
export const domain = 'corp.example';
export const netbiosDomain = 'CORP';
export const upnSuffix = 'alias.example';
const baseDn = 'DC=corp,DC=example';
export const peopleDn = `OU=People,${baseDn}`;

function host(namespace: string, link: LinkName, addresses: readonly [string, ...string[]], address6?: string): Host {
  return address6 === undefined ? { namespace, link, addresses } : { namespace, link, addresses, address6 };
}
