import type { KnownCode } from '../catalogue/index.ts';
import type { ProblemText } from '../entry.ts';
import { dcTexts } from './de/dc.ts';
import { dnsTexts } from './de/dns.ts';
import { ldapTexts } from './de/ldap.ts';
import { custodyTexts, imapTexts, pop3Texts } from './de/mailbox.ts';
import { mxTexts } from './de/mx.ts';
import { netTexts } from './de/net.ts';
import { runTexts } from './de/run.ts';
import { settingsTexts } from './de/settings.ts';
import { smtpTexts } from './de/smtp.ts';
import { tlsTexts } from './de/tls.ts';

export const german: Record<KnownCode, ProblemText> = {
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
