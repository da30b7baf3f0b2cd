import { address, domain, sites } from './hosts.ts';

/** An Autodiscover service connection point (MS-OXDSCLI 3.1.5.1): a service, or another directory to ask. */
interface ServicePoint {
  readonly name: string;
  readonly kind: 'url' | 'pointer';
  readonly url: string;
  readonly site?: (typeof sites)[keyof typeof sites];
}

const autodiscover = (host: string) => `https://${host}.${domain}/autodiscover/autodiscover.xml`;

/** In the order of their names they are in no site's order. */
export const servicePoints: readonly ServicePoint[] = [
  { name: 'a-branch', kind: 'url', url: autodiscover('autodiscover-branch'), site: sites.dc2 },
  { name: 'b-anywhere', kind: 'url', url: autodiscover('autodiscover') },
  { name: 'c-hq', kind: 'url', url: autodiscover('autodiscover-hq'), site: sites.dc1 },
  { name: 'd-elsewhere', kind: 'pointer', url: 'LDAP://dc1.deaddc.example' },
];

/** Name → records that the directory's own DNS has beside those of the controllers: mail as in the zone that clients see, but for `split`. */
export const directoryRecords = {
  '@': [{ type: 'MX', preference: 10, target: `mail.${domain}` }],
  mail: [{ type: 'A', address: address.mail }],
  split: [{ type: 'A', address: address.mailTwin }],
  '_submissions._tcp': [srv(465)],
  '_submission._tcp': [srv(587)],
  '_imaps._tcp': [srv(993)],
  '_imap._tcp': [srv(143)],
  '_pop3s._tcp': [srv(995)],
} as const;

function srv(port: number) {
  return { type: 'SRV', priority: 0, weight: 1, port, target: `mail.${domain}` } as const;
}
