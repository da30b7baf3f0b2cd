import type { KnownCode } from '../catalogue/index.ts';
import type { ProblemText } from '../entry.ts';
import { dcTexts } from './en/dc.ts';
import { dnsTexts } from './en/dns.ts';
import { ldapTexts } from './en/ldap.ts';
import { custodyTexts, imapTexts, pop3Texts } from './en/mailbox.ts';
import { mxTexts } from './en/mx.ts';
import { netTexts } from './en/net.ts';
import { runTexts } from './en/run.ts';
import { settingsTexts } from './en/settings.ts';
import { smtpTexts } from './en/smtp.ts';
import { tlsTexts } from './en/tls.ts';

export const english: Record<KnownCode, ProblemText> = {
  ...dnsTexts,
  ...dcTexts,
  ...ldapTexts,
  ...netTexts,
  ...tlsTexts,
  ...smtpTexts,
  ...imapTexts,
  ...pop3Texts,
  ...custodyTexts,
  ...mxTexts,
  ...runTexts,
  ...settingsTexts,
};
