import type { dnsProblems } from '../../catalogue/dns.ts';
import type { ProblemText } from '../../entry.ts';

export const dnsTexts: Record<keyof typeof dnsProblems, ProblemText> = {
  'dns.no-such-name': {
    title: 'Der Name {name} existiert nicht im DNS',
    meaning:
      'Die Nameserver haben geantwortet und kennen keinen solchen Namen. Ein Programm, das ihn verwendet, findet seinen Server nicht.',
    todo: 'Legen Sie den Eintrag für {name} an, oder berichtigen Sie den Namen dort, wo er eingestellt ist. Gibt es ihn nur innerhalb der Organisation, prüfen Sie, ob dieser Rechner die internen Nameserver fragt.',
  },
  'dns.no-data': {
    title: 'Der Name {name} existiert, aber der benötigte Eintrag fehlt',
    meaning:
      'Das DNS kennt den Namen, hat dafür aber keine Adresse oder keinen anderen Eintrag der gesuchten Art. Er führt deshalb zu keinem Server.',
    todo: 'Ergänzen Sie den fehlenden Eintrag für {name}: A oder AAAA, wo eine Adresse nötig ist. Der Bericht zeigt, welche Art gesucht wurde.',
  },
  'dns.server-unreachable': {
    title: 'Der Nameserver {server} antwortet nicht',
    meaning:
      'Von {server} kam keine Antwort, dort konnte also nichts nachgeschlagen werden. Ob es die Namen gibt, ist damit nicht gesagt.',
    todo: 'Prüfen Sie, ob {server} läuft und aus diesem Netz auf seinem DNS-Port erreichbar ist, über UDP und über TCP; außerhalb der Organisation kann ein VPN nötig sein. Ein anderer Nameserver lässt sich mit --dns fragen.',
  },
  'dns.server-failure': {
    title: 'Der Nameserver {server} konnte für {name} keine Antwort geben',
    meaning: 'Er hat statt einer Antwort einen Fehler gemeldet. Ob es {name} gibt, ist daher nicht bekannt.',
    todo: 'Prüfen Sie auf {server}, ob dieses Netz ihn fragen darf, ob die Zone von {name} geladen oder an Server delegiert ist, die für sie antworten, und, falls sie signiert ist, ob die Signaturen gültig sind.',
  },
  'dns.ambiguous-name': {
    title: 'Der Name {name} steht für zwei Server: {first} und {second}',
    meaning:
      'Beide existieren, unter verschiedenen Suchsuffixen, und sie sind nicht derselbe Server. An keinen wurde ein Kennwort gesendet, denn nur Sie können sagen, welchen Sie meinen.',
    todo: 'Wählen Sie den gemeinten Server, oder geben Sie seinen vollen Namen mit --server an. Wenn Sie ihn nicht kennen, fragen Sie vorher Ihre Mail-Administration.',
  },
  'dns.disagreement': {
    title: 'Zwei Wege, {name} nachzuschlagen, geben verschiedene Antworten',
    meaning:
      'Die Nameserver antworten {ours}. Andere Programme auf diesem Rechner fragen das Betriebssystem und erhalten {theirs}; ein Mailprogramm erreicht also womöglich einen anderen Server als den hier geprüften, oder keinen.',
    todo: 'Vergleichen Sie, was die Nameserver zu {name} sagen, mit der Hosts-Datei, den Namensregeln des VPN und dem Namens-Cache dieses Rechners, und berichtigen Sie, was davon nicht stimmt.',
  },
  'dns.no-search-list': {
    title: 'Diesem Rechner fehlt ein Suffix, um den Kurznamen {name} zu ergänzen',
    meaning:
      'Ein Kurzname wird durch ein Suchsuffix wie corp.example zum vollen Namen, und hier ist keines eingestellt. Ein Kurzname wird nie für sich allein abgefragt, er wurde also nicht nachgeschlagen.',
    todo: 'Geben Sie den vollen Namen des Servers an oder ein Suffix mit --search. Hat Ihre Organisation ein VPN, verbinden Sie es und versuchen Sie es noch einmal: Es setzt möglicherweise das Suffix.',
  },
  'dns.unapproved-name': {
    title: '{asked} führt zu {name}, und dieser Name ist noch nicht freigegeben',
    meaning:
      'Dieser Name stammt aus dem DNS, und das DNS allein belegt nicht, dass der Server zu Ihrer Organisation gehört. Ihr Kennwort wurde nicht an ihn gesendet.',
    todo: 'Fragen Sie Ihre Mail-Administration, ob {domain} zu Ihrer Organisation gehört. Wenn ja, geben Sie die Domain mit --approve-domain {domain} frei.',
  },
  'dns.cname-loop': {
    title: 'Die Aliase von {name} enden bei keiner Adresse',
    meaning:
      'Die CNAME-Einträge dieses Namens führen im Kreis oder bilden eine zu lange Kette. Es wurde keine Adresse gefunden.',
    todo: 'Berichtigen Sie die CNAME-Einträge, beginnend bei {name}, sodass die Kette bei einem Namen mit Adresse endet.',
  },
  'dns.no-server-found': {
    title: 'Für {domain} wurde kein Mailserver gefunden',
    meaning: 'Weder die Diensteinträge von {domain} noch die üblichen Kurznamen mail und smtp führten zu einem Server.',
    todo: 'Geben Sie den Namen des Postausgangsservers mit --server an. Ihre Mail-Administration kann ihn Ihnen nennen.',
  },
};
