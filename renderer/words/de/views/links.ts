import type { linksWords as english } from '../../en/views/links.ts';
import type { Translated } from '../../translated.ts';

export const linksWords: Translated<typeof english> = {
  dns: 'Name',
  dc: 'Domänencontroller',
  ldap: 'Anmeldung',
  relay: 'Relay',
  message: 'Nachricht',
  mx: 'Mail-Gateways',
  settings: 'Einstellungen',
  mailbox: 'Postfach',
  custody: 'Zustellung',
};
