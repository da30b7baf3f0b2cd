import type { problemWords as english } from '../en/problem.ts';
import type { Translated } from '../translated.ts';

export const problemWords: Translated<typeof english> = {
  states: {
    passed: 'bestanden',
    warned: 'bestanden, mit Warnung',
    failed: 'fehlgeschlagen',
    unknown: 'nicht geprüft',
    skipped: 'nicht versucht',
    running: 'läuft',
    waiting: 'wartet',
  },
  owners: {
    user: 'Sie',
    dns: 'DNS-Administration',
    directory: 'Verzeichnis-Administration',
    mail: 'Mail-Administration',
    network: 'Netzwerk-Administration',
  },
  whoFixes: 'Wer es behebt',
  whatItMeans: 'Was es bedeutet',
  whatToDo: 'Was zu tun ist',
  evidence: 'Belege',
  cause: 'Ursache',
  serverSaid: 'Der Server sagte',
  consequence: 'folgt aus dem Problem darüber',
  options: {
    'approve-domain': '„Genehmigte Domänen“',
    ca: '„Zertifikat des Ausstellers“',
    dns: '„DNS-Server“',
    domain: '„Domäne“',
    from: '„Von“',
    port: '„Port“',
    'relay-user': '„Benutzername für den Mailserver“',
    'require-tls': '„TLS für den weiteren Weg verlangen“',
    search: '„Suchsuffixe“',
    server: '„Mailserver“',
    site: '„Standort“',
    user: '„Anmeldename“',
    timeout: '„Zeitlimit“',
  },
};
