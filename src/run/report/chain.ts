import type { Chain, ChainPatch } from './schema.ts';

export const emptyChain: Chain = {
  name: null,
  domainController: null,
  signIn: null,
  account: null,
  relay: null,
  relayPermission: [],
  route: null,
  custody: null,
  settings: null,
  mailbox: null,
};

const emptySections = {
  name: {
    asked: '',
    origin: 'typed',
    fqdn: null,
    addresses: [],
    approvedBy: null,
    candidates: [],
    systemResolver: null,
  },
  domainController: {
    domain: '',
    netbiosDomain: null,
    forest: null,
    host: null,
    address: null,
    port: null,
    site: null,
    clientSite: null,
    security: null,
    candidates: [],
  },
  signIn: { outcome: 'not-checked', principal: null, host: null },
  account: {
    dn: '',
    displayName: null,
    mail: null,
    aliases: [],
    userPrincipalName: null,
    samAccountName: null,
    homeServer: null,
    passwordExpiresAt: null,
    lastBadPasswordAt: null,
    badPasswordCount: null,
  },
  relay: {
    host: '',
    address: null,
    port: null,
    security: null,
    mechanism: null,
    tls: null,
    certificate: null,
    extensions: [],
    endpoints: [],
  },
  route: { domain: '', kind: 'none', gateways: [] },
  custody: {
    gateway: null,
    state: 'not-sent',
    queueId: null,
    messageId: null,
    reply: null,
    recipients: [],
    arrival: null,
    statement: '',
  },
  mailbox: {
    protocol: 'imap',
    host: '',
    address: null,
    port: null,
    security: null,
    greeting: null,
    capabilities: [],
    mechanisms: [],
    passwords: null,
    tls: null,
    signIn: 'not-checked',
    user: null,
    quota: [],
    folders: [],
  },
  settings: {
    address: null,
    domain: '',
    directory: null,
    dns: null,
    autoconfig: null,
    pacc: null,
    autodiscover: null,
    provider: null,
    commonNames: null,
    servers: [],
  },
} as const satisfies { [K in Exclude<keyof Chain, 'relayPermission'>]: NonNullable<Chain[K]> };

/** Merges what one probe found into the chain. */
export function mergeChain(chain: Chain, patch: ChainPatch): Chain {
  const section = <K extends keyof typeof emptySections>(key: K) =>
    patch[key] === undefined ? chain[key] : { ...emptySections[key], ...chain[key], ...patch[key] };
  return {
    name: section('name') as Chain['name'],
    domainController: section('domainController') as Chain['domainController'],
    signIn: section('signIn') as Chain['signIn'],
    account: section('account') as Chain['account'],
    relay: section('relay') as Chain['relay'],
    route: section('route') as Chain['route'],
    custody: section('custody') as Chain['custody'],
    settings: section('settings') as Chain['settings'],
    mailbox: section('mailbox') as Chain['mailbox'],
    relayPermission: [...chain.relayPermission, ...(patch.relayPermission ?? [])],
  };
}

/** Two patches as one, the later one's fields first. */
export function mergePatches(earlier: ChainPatch, later: ChainPatch): ChainPatch {
  const relayPermission = [...(earlier.relayPermission ?? []), ...(later.relayPermission ?? [])];
  const sections = Object.entries({ ...earlier, ...later })
    .filter(([key]) => key !== 'relayPermission')
    .map(([key]) => [key, { ...earlier[key as keyof ChainPatch], ...later[key as keyof ChainPatch] }]);
  return { ...Object.fromEntries(sections), ...(relayPermission.length > 0 && { relayPermission }) };
}
