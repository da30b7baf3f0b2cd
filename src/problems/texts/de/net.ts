import type { netProblems } from '../../catalogue/net.ts';
import type { ProblemText } from '../../entry.ts';

export const netTexts: Record<keyof typeof netProblems, ProblemText> = {
  'net.refused': {
    title: '{host} lehnt Verbindungen auf Port {port} ab',
    meaning:
      'Die Antwort war, dass dort nichts Verbindungen annimmt. Entweder läuft der Dienst nicht, oder eine Firewall lehnt an seiner Stelle ab.',
    todo: 'Prüfen Sie, ob der Dienst auf Port {port} von {host} läuft und auf dieser Adresse lauscht, und ob Firewalls den Zugang aus diesem Netz zulassen.',
  },
  'net.timeout': {
    title: '{host} hat auf Port {port} nicht rechtzeitig geantwortet',
    meaning:
      'Die Wartezeit endete ohne Antwort. Ob der Server ausgefallen, langsam oder hinter einer Firewall verborgen ist, lässt sich von hier nicht sagen.',
    todo: 'Prüfen Sie, ob {host} läuft und ob Firewalls und Routen den Zugang aus diesem Netz zu Port {port} zulassen. Außerhalb der Organisation muss eventuell erst das VPN verbunden werden.',
  },
  'net.unreachable': {
    title: 'Es gibt keinen Weg zu {host}, Port {port}',
    meaning: 'Dieser Rechner oder ein Router unterwegs meldet, dass der Host oder sein Netz nicht erreichbar ist.',
    todo: 'Prüfen Sie die Netzverbindung und das VPN dieses Rechners, dann die Routen und Firewalls in Richtung {host}, Port {port}.',
  },
  'net.reset': {
    title: 'Die Verbindung zu {host}, Port {port}, wurde abgebrochen',
    meaning: 'Sie wurde vom Server oder von einem Gerät dazwischen beendet, bevor das Gespräch vollständig war.',
    todo: 'Sehen Sie im Protokoll von {host} zur Zeit dieses Versuchs nach, und prüfen Sie Firewalls und Proxys, die Verbindungen zu Port {port} untersuchen oder begrenzen.',
  },
  'net.unexpected': {
    title: 'Die Verbindung zu {host}, Port {port}, scheiterte aus einem Grund, den Waypost nicht kennt',
    meaning:
      'Das Betriebssystem hat einen Fehler gemeldet, für den es hier keine Erklärung gibt. Er steht unverändert in den Belegen.',
    todo: 'Lesen Sie den Fehler in den Belegen, und prüfen Sie den Weg von diesem Rechner zu Port {port} von {host}.',
  },
};
