import type { dcProblems } from '../../catalogue/dc.ts';
import type { ProblemText } from '../../entry.ts';

export const dcTexts: Record<keyof typeof dcProblems, ProblemText> = {
  'dc.no-srv-records': {
    title: 'Das DNS nennt keinen Domänencontroller für {domain}',
    meaning:
      'Domänencontroller werden über die SRV-Einträge {name} gefunden, und im DNS gibt es keine. Die Anmeldung wurde nicht geprüft.',
    todo: 'Prüfen Sie, ob dieser Rechner die Nameserver von {domain} fragt, und lassen Sie die Domänencontroller {name} neu registrieren (Netlogon tut das beim Start). Heißt die Active-Directory-Domäne anders, geben Sie sie mit --domain an.',
  },
  'dc.all-unreachable': {
    title: 'Kein Domänencontroller von {domain} ist erreichbar',
    meaning:
      'Das DNS nennt Domänencontroller, aber zu keinem kam eine brauchbare Verbindung zustande (versucht: {count}). Ob das Kennwort stimmt, wurde nicht geprüft.',
    todo: 'Öffnen Sie aus diesem Netz den TCP-Port 636 (LDAPS) oder 389 mit StartTLS zu den Domänencontrollern von {domain}, und prüfen Sie Routen und Firewalls. Außerhalb der Organisation muss eventuell erst das VPN verbunden werden.',
  },
  'dc.some-unreachable': {
    title: 'Einige Domänencontroller von {domain} sind nicht erreichbar',
    meaning:
      'Zu {hosts} kam keine brauchbare Verbindung zustande. Ein anderer Domänencontroller hat geantwortet und wurde verwendet; ein Programm, das diese zuerst versucht, muss womöglich warten.',
    todo: 'Prüfen Sie, ob {hosts} aus diesem Netz auf TCP-Port 636 erreichbar sind. Wurde ein Server stillgelegt, müssen seine SRV-Einträge aus dem DNS entfernt werden.',
  },
  'dc.wrong-site': {
    title: '{host} gehört zum Standort {site}, obwohl {closest} näher ist',
    meaning:
      'Laut Verzeichnis gehört dieser Rechner zum Standort {closest}, der verwendete Domänencontroller aber steht im Standort {site}. Die Anmeldung kann langsamer sein als nötig.',
    todo: 'Prüfen Sie, ob der Standort {closest} einen Domänencontroller hat, der im DNS registriert und von hier erreichbar ist, und ob das Subnetz dieses Rechners dem richtigen Standort zugeordnet ist.',
  },
  'dc.unknown-domain': {
    title: 'Die Domäne von {user} ist nicht bekannt',
    meaning:
      'Weder der Anmeldename noch die Einstellungen dieses Rechners sagen, zu welcher Domäne das Konto gehört. Es konnte kein Domänencontroller gesucht werden.',
    todo: 'Geben Sie den Anmeldenamen mit seiner Domäne an, etwa alice@corp.example, oder nennen Sie die Domäne mit --domain.',
  },
  'dc.not-a-dc': {
    title: '{host} ist nicht für die Domäne {domain} zuständig',
    meaning:
      'Das DNS nennt {host} als Domänencontroller von {domain}, seine eigene Antwort bestätigt das aber nicht. Es wurde kein Kennwort an ihn gesendet.',
    todo: 'Berichtigen oder entfernen Sie die SRV-Einträge von {domain}, die auf {host} zeigen. Soll er diese Domäne bedienen, prüfen Sie seinen Verzeichnisdienst.',
  },
};
