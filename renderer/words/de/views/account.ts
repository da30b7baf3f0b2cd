import type { accountWords as english } from '../../en/views/account.ts';
import type { Translated } from '../../translated.ts';

export const accountWords: Translated<typeof english> = {
  title: 'Konto',
  name: 'Name',
  mail: 'E-Mail-Adresse',
  noMail: 'keine im Verzeichnis',
  aliases: 'Weitere Adressen',
  noAliases: 'keine',
  upn: 'User Principal Name',
  sam: 'Kurzer Anmeldename',
  dn: 'Eintrag im Verzeichnis',
  homeServer: 'Heimatserver',
  expires: 'Kennwort läuft ab',
  expiresIn: (day, days) =>
    days < 0
      ? `am ${day}, also bereits abgelaufen`
      : days === 0
        ? `innerhalb eines Tages, am ${day}`
        : days === 1
          ? `in 1 Tag, am ${day}`
          : `in ${days} Tagen, am ${day}`,
  expiresNever: 'nie, oder das Verzeichnis sagt es nicht',
  badCount: 'Gezählte falsche Kennwörter',
  badCountUnknown: 'das Verzeichnis sagt es nicht',
  lastBad: 'Letztes falsches Kennwort',
  signIn: 'Anmeldung',
  signIns: { accepted: 'angenommen', rejected: 'nicht angenommen', 'not-checked': 'nicht geprüft' },
  signInAt: (state, host) => `${state} von ${host}`,
  notAsked: 'Nach dem Konto wurde in diesem Lauf nicht gefragt.',
};
