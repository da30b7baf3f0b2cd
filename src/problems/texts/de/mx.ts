import type { mxProblems } from '../../catalogue/mx.ts';
import type { ProblemText } from '../../entry.ts';

export const mxTexts: Record<keyof typeof mxProblems, ProblemText> = {
  'mx.null': {
    title: '{domain} erklärt, keine Mail zu empfangen',
    meaning:
      'Die Domain veröffentlicht einen Null-MX-Eintrag, der besagt, dass keine Adresse in ihr Mail annimmt. Ein Mailserver versucht es deshalb nicht.',
    todo: 'Prüfen Sie die Schreibweise von {domain} in der Adresse, und fragen Sie den Empfänger nach einer anderen Adresse.',
  },
  'mx.implicit': {
    title: '{domain} hat keinen MX-Eintrag, daher gilt die eigene Adresse',
    meaning:
      'Ohne MX-Eintrag geht Mail für {domain} an den Rechner, auf den dieser Name selbst zeigt. Der Mailstandard erlaubt das.',
    todo: 'Empfängt {domain} Mail anderswo, legen Sie einen MX-Eintrag an. Empfängt die Domain keine, veröffentlichen Sie einen Null-MX.',
  },
  'mx.unreachable': {
    title: '{domain} hat Mail-Gateways, die von hier nicht erreichbar sind',
    meaning:
      'Ohne Erfolg versucht: {hosts}. Viele Netze lassen nur ihre eigenen Relays Port 25 benutzen; das Relay erreicht diese Gateways also womöglich, obwohl dieser Rechner es nicht tut.',
    todo: 'Soll dieser Rechner die Gateways selbst erreichen, öffnen Sie TCP-Port 25 zu {hosts}. Andernfalls prüfen Sie vom Relay aus, denn dessen Weg nach außen zählt.',
  },
  'mx.no-address': {
    title: 'Das Mail-Gateway {host} von {domain} hat keine Adresse',
    meaning:
      'Der MX-Eintrag von {domain} nennt {host}, aber im DNS gibt es dafür keine Adresse. Diesem Gateway kann keine Mail übergeben werden.',
    todo: 'Ergänzen Sie einen Adresseintrag (A oder AAAA) für {host}, oder berichtigen Sie den MX-Eintrag von {domain}.',
  },
};
