import { lazy } from 'react';
import type { Report } from '../../../src/run/index.ts';
import type { Words } from '../../words/words.ts';

type Views = typeof import('../views/index.ts');
type ReportView =
  | 'Transcript'
  | 'DcTable'
  | 'SuffixTable'
  | 'PermissionTable'
  | 'CertificateView'
  | 'AccountView'
  | 'RoutePicture'
  | 'SettingsView'
  | 'MailboxView'
  | 'ArrivalView';

const load = () => import('../views/index.ts');

function later<K extends ReportView>(name: K) {
  return lazy(async (): Promise<{ default: Views[K] }> => ({ default: (await load())[name] }));
}

export type ViewId = Exclude<keyof Words['diagnosis']['detail']['tabs'], 'findings'>;

/** The views of a run, each loaded when it is first shown. */
export const views = {
  transcript: later('Transcript'),
  controllers: later('DcTable'),
  suffixes: later('SuffixTable'),
  permissions: later('PermissionTable'),
  certificate: later('CertificateView'),
  account: later('AccountView'),
  route: later('RoutePicture'),
  settings: later('SettingsView'),
  mailbox: later('MailboxView'),
  arrival: later('ArrivalView'),
} as const;

/** A run may have parts that a view has something to say about; its plan tells which, so that no tab comes or goes. */
const needs: Readonly<Record<ViewId, readonly string[]>> = {
  transcript: [],
  controllers: ['dc.locate'],
  suffixes: ['dns.name'],
  permissions: ['relay.permission', 'relay.strangers'],
  certificate: ['relay.reach', 'mailbox.reach', 'dc.locate'],
  account: ['ldap.account'],
  route: ['message.submit', 'mx.route'],
  settings: ['settings.ranking'],
  mailbox: ['mailbox.reach'],
  arrival: ['custody.read-back'],
};

export function viewsOf({ probes }: Report): readonly ViewId[] {
  const planned = new Set(probes.map(({ id }) => id));
  const all = Object.keys(needs) as ViewId[];
  return all.filter((view) => needs[view].length === 0 || needs[view].some((id) => planned.has(id)));
}
