import { dcProblems } from './dc.ts';
import { dnsProblems } from './dns.ts';
import { ldapProblems } from './ldap.ts';
import { custodyProblems, imapProblems, pop3Problems } from './mailbox.ts';
import { mxProblems } from './mx.ts';
import { netProblems } from './net.ts';
import { runProblems } from './run.ts';
import { settingsProblems } from './settings.ts';
import { smtpProblems } from './smtp.ts';
import { tlsProblems } from './tls.ts';

export const catalogue = {
  ...dnsProblems,
  ...dcProblems,
  ...ldapProblems,
  ...netProblems,
  ...tlsProblems,
  ...smtpProblems,
  ...mxProblems,
  ...imapProblems,
  ...pop3Problems,
  ...custodyProblems,
  ...settingsProblems,
  ...runProblems,
};

export type KnownCode = keyof typeof catalogue;

export function isKnownCode(code: string): code is KnownCode {
  return Object.hasOwn(catalogue, code);
}
