import type { certificatesWords as english } from '../../en/views/certificates.ts';
import type { Translated } from '../../translated.ts';

export const certificatesWords: Translated<typeof english> = {
  relay: (host) => `Relay ${host}`,
  mailbox: (host) => `Postfach ${host}`,
  controller: (host) => `Domänencontroller ${host}`,
  subject: 'Inhaber',
  issuer: 'Aussteller',
  names: 'Gültig für',
  from: 'Gültig ab',
  until: 'Gültig bis',
  daysLeft: (n) => (n === 1 ? 'noch 1 Tag' : `noch ${n} Tage`),
  expired: (n) => (n === 1 ? '1 Tag vor diesem Lauf abgelaufen' : `${n} Tage vor diesem Lauf abgelaufen`),
  lastDay: 'läuft innerhalb eines Tages ab',
  key: 'Schlüssel',
  serial: 'Seriennummer',
  fingerprint: 'SHA-256-Fingerabdruck',
  chain: 'Kette',
  verified: 'Geprüft',
  isVerified: 'ja, bis zu einem vertrauten Aussteller',
  notVerified: 'nein: Es beweist nicht, wer dieser Server ist',
  connection: 'Verbindung',
  none: 'In diesem Lauf war kein Zertifikat zu sehen.',
};
