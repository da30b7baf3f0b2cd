import type { goalsWords as english } from '../../en/views/goals.ts';
import type { Translated } from '../../translated.ts';

export const goalsWords: Translated<typeof english> = {
  diagnose: 'Alles',
  resolve: 'Servername',
  'locate-dc': 'Domänencontroller',
  'sign-in': 'Anmeldung',
  route: 'Weg der Mail',
  send: 'Testnachricht',
  discover: 'Einstellungen einer Adresse',
  'set-up': 'Einrichtung eines Kontos',
};
