import type { textWords as english } from '../../en/diagnosis/text.ts';
import type { Translated } from '../../translated.ts';

export const textWords: Translated<typeof english> = {
  title: 'Waypost-Bericht',
  run: 'Lauf',
  startedAt: 'Begonnen',
  version: 'Waypost-Version',
  goal: 'Geprüft',
  took: 'Dauer',
  given: 'angegeben',
  chain: 'Die Kette',
  ways: (host) => `Wege, ${host} Mail zu übergeben`,
  gateways: (domain) => `Gateways von ${domain}`,
  recipients: 'Empfänger',
  floor: (count) =>
    `Kein Lauf kommt mit weniger als ${count === 1 ? '1 Hin- und Rückweg' : `${count} Hin- und Rückwegen`} aus.`,

  seeAbove: (title) => `${title} (siehe oben)`,
  follows: (title) => `folgt daraus: ${title}`,
  fields: {
    problem: 'Problem',
    time: 'Zeit',
    address: 'Adresse',
    greeting: 'Begrüßung',
    extensions: 'Erweiterungen',
    mechanisms: 'Anmeldeverfahren',
    tls: 'TLS',
    dsn: 'Zustellberichte angefordert',
    reply: 'Antwort',
    preference: 'Präferenz',
    messageId: 'Message-ID',
  },
  states: {
    chosen: 'gewählt',
    usable: 'verwendbar',
    unusable: 'nicht verwendbar',
    'not-finished': 'nicht beendet',
    accepted: 'angenommen',
    refused: 'abgelehnt',
    deferred: 'aufgeschoben',
    uncertain: 'ungewiss',
    yes: 'erreicht',
    no: 'nicht erreicht',
    'not-tried': 'nicht versucht',
  },
};
