import type { custodyProblems, imapProblems, pop3Problems } from '../../catalogue/mailbox.ts';
import type { ProblemText } from '../../entry.ts';

/** What both kinds of server can have wrong with them. */
function server(protocol: string, startTls: string) {
  return {
    tlsNotOffered: {
      title: '{host} bietet auf Port {port} keine Verschlüsselung an',
      meaning: `${startTls} fehlt oder wurde abgelehnt. Ohne sie ginge das Kennwort im Klartext durch das Netz, deshalb wurde es dort nicht gesendet.`,
      todo: `Schalten Sie ${startTls} auf Port {port} von {host} ein. Ist es eingeschaltet, suchen Sie eine Firewall oder einen Mailscanner dazwischen, der das Angebot entfernt.`,
    },
    serviceUnavailable: {
      title: '{host} gibt im Moment keinen Zugang zu Postfächern',
      meaning:
        'Der Server hat geantwortet, dass sein Dienst jetzt nicht verfügbar ist. Dort hat sich niemand angemeldet.',
      todo: `Prüfen Sie den ${protocol}-Dienst auf {host}: Zustand, Auslastung und Grenzen je Client. Ein späterer Versuch kann gelingen.`,
    },
    protocolError: {
      title: `Die Antwort von {host} entspricht nicht ${protocol}`,
      meaning:
        'Erwartet wurde {expected}, es kam etwas anderes. Der Antwort wurde nicht geglaubt, und die Sitzung wurde beendet.',
      todo: 'Prüfen Sie, ob unter {host} ein Mailserver läuft und ob keine Firewall und kein Proxy die Sitzung verändert. Die Belege zeigen die Antwort.',
    },
    loginDisabled: {
      title: `{host} nimmt über ${protocol} keine Kennwörter an`,
      meaning:
        'Die Verbindung ist verschlüsselt, aber der Server erlaubt dort keine Anmeldung mit Kennwort. Es wurde keines gesendet.',
      todo: `Erlauben Sie auf {host} für ${protocol} über TLS ein Verfahren mit Kennwort, etwa PLAIN, oder richten Sie im Programm eine andere Anmeldung ein.`,
    },
    authRejected: {
      title: '{host} hat die Anmeldung von {user} am Postfach nicht angenommen',
      meaning:
        'Der Mailserver hat diesen Namen mit diesem Kennwort abgelehnt. Es wurde einmal versucht und wird nicht wiederholt, weil wiederholte Versuche das Konto sperren können.',
      todo: 'Sehen Sie im Protokoll von {host} nach, warum {user} abgelehnt wurde: die Form des Namens, das Recht auf dieses Protokoll, das Verzeichnis, das er fragt.',
    },
    authUnavailable: {
      title: '{host} kann das Kennwort für das Postfach zurzeit nicht prüfen',
      meaning:
        'Der Server hat das Kennwort weder angenommen noch abgelehnt: Was er nach Kennwörtern fragt, hat nicht geantwortet. Das Kennwort kann durchaus richtig sein.',
      todo: 'Prüfen Sie, was {host} nach Kennwörtern fragt, etwa die Verbindung zum Verzeichnis. Ein späterer Versuch kann gelingen.',
    },
  } as const satisfies Record<string, ProblemText>;
}

const imap = server('IMAP', 'STARTTLS');
const pop3 = server('POP3', 'STLS');

export const imapTexts: Record<keyof typeof imapProblems, ProblemText> = {
  'imap.tls-not-offered': imap.tlsNotOffered,
  'imap.service-unavailable': imap.serviceUnavailable,
  'imap.protocol-error': imap.protocolError,
  'imap.login-disabled': imap.loginDisabled,
  'imap.auth-rejected': imap.authRejected,
  'imap.auth-unavailable': imap.authUnavailable,
  'imap.mailbox-full': {
    title: 'Das Postfach von {user} auf {host} ist voll',
    meaning:
      'Es enthält so viel, wie es darf. Neue Nachrichten werden womöglich abgewiesen und gehen an ihre Absender zurück.',
    todo: 'Löschen Sie Nachrichten, und leeren Sie den Papierkorb; oder bitten Sie die Betreiber von {host} um mehr Platz.',
  },
  'imap.mailbox-unavailable': {
    title: '{host} öffnet den Ordner {folder} nicht',
    meaning:
      'Die Anmeldung wurde angenommen, aber dieser Ordner ließ sich nicht lesen. Ob die Nachricht darin liegt, ist nicht bekannt.',
    todo: 'Sehen Sie im Protokoll von {host} nach, warum sich der Ordner {folder} nicht öffnen lässt und ob das Konto dort ein Postfach hat.',
  },
};

export const pop3Texts: Record<keyof typeof pop3Problems, ProblemText> = {
  'pop3.tls-not-offered': pop3.tlsNotOffered,
  'pop3.service-unavailable': pop3.serviceUnavailable,
  'pop3.protocol-error': pop3.protocolError,
  'pop3.login-disabled': pop3.loginDisabled,
  'pop3.auth-rejected': pop3.authRejected,
  'pop3.auth-unavailable': pop3.authUnavailable,
  'pop3.mailbox-locked': {
    title: 'Das Postfach von {user} auf {host} ist in Benutzung',
    meaning:
      'Das Kennwort wurde angenommen, aber ein anderes Programm hat dieses Postfach geöffnet, und POP3 lässt immer nur eines hinein.',
    todo: 'Schließen Sie andere Mailprogramme von {user}, und versuchen Sie es einige Minuten später noch einmal.',
  },
};

export const custodyTexts: Record<keyof typeof custodyProblems, ProblemText> = {
  'custody.not-arrived': {
    title: 'Die Testnachricht war auf {host} nach {seconds} Sekunden nicht zu sehen',
    meaning:
      'Das Gateway hat die Nachricht übernommen, und sie kann noch unterwegs sein. Im Posteingang lag sie nicht und im Ordner für Spam auch nicht.',
    todo: 'Verfolgen Sie die Warteschlangen-ID im Protokoll des Gateways. Scanner und Greylisting können eine Nachricht minutenlang halten; {host} kann sie auch anderswo ablegen.',
  },
  'custody.in-junk': {
    title: 'Die Testnachricht wurde als unerwünscht abgelegt, in {folder}',
    meaning:
      'Sie ist angekommen, aber {host} oder eine Regel darin hält sie für unerwünscht. Andere Nachrichten dieses Absenders können ebenso übersehen werden.',
    todo: 'Sehen Sie in den Kopfzeilen der Nachricht nach, warum {host} sie für unerwünscht hält: SPF, DKIM, die Bewertung des Filters.',
  },
  'custody.delivery-failed': {
    title: '{recipient} hat die Nachricht nicht bekommen',
    meaning: 'Ein Zustellbericht ist gekommen: {reporter} hat aufgegeben. Niemand versucht es noch einmal.',
    todo: 'Lesen Sie die Belege: Dort stehen der Status und die Worte des ablehnenden Servers. Eine falsche Adresse lässt sich richtigstellen; bei einer Richtlinie fragen Sie dessen Betreiber.',
  },
  'custody.delivery-delayed': {
    title: 'Die Nachricht an {recipient} verzögert sich',
    meaning:
      'Ein Zustellbericht ist gekommen: {reporter} konnte die Nachricht noch nicht weitergeben und versucht es weiter.',
    todo: 'Es muss nichts noch einmal gesendet werden. Hält die Verzögerung an, fragen Sie die Betreiber von {reporter}; die Belege nennen den Grund.',
  },
};
