import type { runProblems } from '../../catalogue/run.ts';
import type { ProblemText } from '../../entry.ts';

export const runTexts: Record<keyof typeof runProblems, ProblemText> = {
  'input.invalid': {
    title: 'Der Wert von {argument} ist nicht verwendbar',
    meaning: 'Der Schritt, der ihn braucht, wurde nicht ausgeführt. Der Wert ist "{value}". Der Grund: {reason}',
    todo: 'Berichtigen Sie {argument}, und starten Sie erneut.',
  },
  'run.cancelled': {
    title: 'Der Lauf wurde abgebrochen',
    meaning:
      'Schritte, die noch nicht fertig waren, wurden nicht geprüft. Das heißt nicht, dass sie fehlgeschlagen sind.',
    todo: 'Starten Sie ihn erneut, wann immer Sie möchten.',
  },
  'run.deadline': {
    title: 'Der Lauf wurde nach {seconds} s beendet',
    meaning:
      'Er wurde in der vorgesehenen Zeit nicht fertig. Schritte ohne Ergebnis wurden nicht geprüft; das heißt nicht, dass sie fehlgeschlagen sind.',
    todo: 'Sehen Sie sich den Schritt an, der noch wartete: Er zeigt, welcher Server oder welches Netz nicht geantwortet hat. Mehr Zeit lässt sich mit --timeout geben.',
  },
  'run.engine-stopped': {
    title: 'Der prüfende Teil von Waypost musste beendet werden',
    meaning:
      'Schritte, die noch nicht fertig waren, wurden nicht geprüft; das heißt nicht, dass sie fehlgeschlagen sind. Der Grund: {reason}',
    todo: 'Prüfen Sie den Server des Schritts, der gerade lief, und die Geräte dazwischen: Endlose oder fehlerhafte Antworten können die Ursache sein. Sind sie in Ordnung, senden Sie den Bericht an die Entwickler von Waypost.',
  },
  'run.unexpected': {
    title: 'Im Schritt {probe} ist etwas Unerwartetes geschehen',
    meaning:
      'Waypost ist auf einen Fehler gestoßen, den es nicht erklären kann. Aus diesem Schritt wird nichts geschlossen; die Belege enthalten den ganzen Fehler.',
    todo: 'Versuchen Sie es noch einmal. Tritt es wieder auf, senden Sie den Bericht an die Entwickler von Waypost.',
  },
};
