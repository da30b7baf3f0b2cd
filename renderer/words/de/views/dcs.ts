import type { dcsWords as english } from '../../en/views/dcs.ts';
import type { Translated } from '../../translated.ts';

export const dcsWords: Translated<typeof english> = {
  title: (domain) => `Domänencontroller von ${domain}`,
  host: 'Name',
  addresses: 'Adressen',
  site: 'Standort',
  closest: 'Nächster Standort',
  priority: 'Priorität, Gewicht',
  rank: 'Reihenfolge',
  ping: 'Antwort',
  ldaps: 'Sichere Sitzung',
  state: 'Zustand',
  why: 'Grund',
  states: {
    chosen: 'gewählt',
    usable: 'brauchbar',
    'not-tried': 'nicht versucht',
    'no-answer': 'keine Antwort',
    unusable: 'unbrauchbar',
  },
  clientSite: (site) => `Das Verzeichnis ordnet diesen Computer dem Standort ${site} zu.`,
  notAsked: 'Nach den Domänencontrollern wurde in diesem Lauf nicht gefragt.',
};
