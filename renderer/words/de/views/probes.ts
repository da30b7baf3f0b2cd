import type { probesWords as english } from '../../en/views/probes.ts';
import type { Translated } from '../../translated.ts';

export const probesWords: Translated<typeof english> = {
  'os.dns': 'DNS-Einstellungen lesen',
  'os.trust': 'Vertraute Aussteller laden',
  'dns.name': 'Vollen Servernamen finden',
  'dns.approved-domains': 'Genehmigte Domänen sammeln',
  'dns.approval': 'Servernamen genehmigen',
  'dns.system-resolver': 'Wie andere Programme fragen',
  'dc.records': 'Domänencontroller auflisten',
  'dc.locate': 'Domänencontroller wählen',
  'ldap.sign-in': 'Am Verzeichnis anmelden',
  'ldap.account': 'Konto lesen',
  'relay.reach': 'Relay erreichen',
  'relay.endpoint': 'Port des Relays wählen',
  'relay.survey': 'Weitere Ports ansehen',
  'relay.sign-in': 'Am Relay anmelden',
  'relay.permission': 'Fragen, was es für Sie weiterleitet',
  'relay.strangers': 'Fragen, was es für Fremde weiterleitet',
  'message.compose': 'Testnachricht schreiben',
  'message.submit': 'Testnachricht übergeben',
  'mx.route': 'Mail-Gateways finden',
  'mx.gateways': 'Mail-Gateways erreichen',
};
