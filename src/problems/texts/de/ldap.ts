import type { ldapProblems } from '../../catalogue/ldap.ts';
import type { ProblemText } from '../../entry.ts';

export const ldapTexts: Record<keyof typeof ldapProblems, ProblemText> = {
  'ldap.invalid-credentials': {
    title: '{host} hat den Namen {user} mit diesem Kennwort nicht angenommen',
    meaning:
      'Das Verzeichnis hat diese Kombination aus Anmeldename und Kennwort abgelehnt. Sie wurde einmal versucht und wird nicht wiederholt, weil mehrere Versuche das Konto sperren können.',
    todo: 'Prüfen Sie Anmeldename, Feststelltaste und Tastaturbelegung, und geben Sie das Kennwort noch einmal ein. Wird es erneut abgelehnt, lassen Sie es von der Verzeichnis-Administration zurücksetzen, bevor Sie weitere Versuche machen.',
  },
  'ldap.no-such-user': {
    title: 'Das Verzeichnis kennt {user} nicht',
    meaning: '{host} hat geantwortet, dass es kein Konto dieses Namens gibt. Das Kennwort wurde daher nicht beurteilt.',
    todo: 'Prüfen Sie die Schreibweise von {user} und die Form, etwa alice@corp.example oder CORP\\alice. Stimmt beides, fragen Sie die Verzeichnis-Administration, ob es das Konto in dieser Domäne gibt.',
  },
  'ldap.password-expired': {
    title: 'Das Kennwort von {user} ist abgelaufen',
    meaning: '{host} lehnt die Anmeldung ab, bis ein neues Kennwort gesetzt ist. Ein Mailprogramm kann das nicht tun.',
    todo: 'Setzen Sie ein neues Kennwort an einem Rechner Ihrer Organisation oder auf deren Kennwortseite, und verwenden Sie es dann hier. Ist Ihnen beides nicht zugänglich, bitten Sie die Verzeichnis-Administration, es zurückzusetzen.',
  },
  'ldap.must-change-password': {
    title: '{user} muss vor der Anmeldung ein neues Kennwort wählen',
    meaning:
      'Für das Konto ist festgelegt, dass das Kennwort bei der nächsten Anmeldung geändert werden muss; bis dahin lehnt {host} alles andere ab. Ein Mailprogramm kann diese Änderung nicht vornehmen.',
    todo: 'Melden Sie sich an einem Rechner Ihrer Organisation oder auf deren Kennwortseite an, wählen Sie dort ein neues Kennwort, und verwenden Sie es dann hier. Ist Ihnen beides nicht zugänglich, fragen Sie die Verzeichnis-Administration.',
  },
  'ldap.account-disabled': {
    title: 'Das Konto {user} ist deaktiviert',
    meaning: '{host} lehnt jede Anmeldung an diesem Konto ab, solange es deaktiviert ist, unabhängig vom Kennwort.',
    todo: 'Klären Sie, warum das Konto {user} deaktiviert ist, und aktivieren Sie es, wenn die Person Zugang haben soll.',
  },
  'ldap.account-locked': {
    title: 'Das Konto {user} ist gesperrt',
    meaning:
      'Das Verzeichnis sperrt ein Konto nach zu vielen fehlgeschlagenen Anmeldungen, gleich von welchem Gerät. Das Kennwort kann durchaus richtig sein. Versuchen Sie es nicht noch einmal, bevor das Konto entsperrt ist: Jeder Versuch kann die Sperre verlängern.',
    todo: 'Entsperren Sie das Konto {user}, und suchen Sie im Sicherheitsprotokoll von {host} nach dem Gerät oder Programm, das ein anderes Kennwort verwendet.',
  },
  'ldap.account-expired': {
    title: 'Das Konto {user} ist abgelaufen',
    meaning:
      'Das Konto hat ein Ablaufdatum, und es ist überschritten. {host} lehnt jede Anmeldung ab, unabhängig vom Kennwort.',
    todo: 'Setzen Sie für das Konto {user} ein späteres Ablaufdatum oder gar keines, wenn die Person weiterhin Zugang haben soll.',
  },
  'ldap.logon-restricted': {
    title: '{user} darf sich zu dieser Zeit oder von diesem Rechner nicht anmelden',
    meaning:
      'Das Verzeichnis beschränkt die Zeiten oder die Rechner für dieses Konto, und {host} hat die Anmeldung aus diesem Grund abgelehnt. Das Kennwort war nicht der Grund.',
    todo: 'Prüfen Sie die Anmeldezeiten und die zugelassenen Rechner im Konto {user}, und erlauben Sie, was die Person braucht.',
  },
  'ldap.strong-auth-required': {
    title: '{host} verlangt eine besser geschützte Anmeldung',
    meaning:
      'Der Domänencontroller hat abgelehnt, ein Kennwort für {user} in dieser Form entgegenzunehmen, und hat es nicht beurteilt. Das Kennwort kann durchaus richtig sein.',
    todo: 'Sorgen Sie dafür, dass {host} LDAP über TLS anbietet (Port 636 oder StartTLS auf 389), mit einem Zertifikat, dem die Clients vertrauen. Hinter dieser Antwort steht die Signaturanforderung für LDAP-Server.',
  },
  'ldap.channel-binding-required': {
    title: '{host} verlangt Kanalbindung (channel binding)',
    meaning:
      'Der Domänencontroller will, dass jede Anmeldung an ihre TLS-Verbindung gebunden ist, und hat {user} abgelehnt, weil diese es nicht war. Das Kennwort kann durchaus richtig sein.',
    todo: "Prüfen Sie auf {host} die Richtlinie für Kanalbindungstoken (englisch 'Domain controller: LDAP server channel binding token requirements'). Mit 'When supported' werden auch Clients angenommen, die das nicht beherrschen.",
  },
  'ldap.start-tls-refused': {
    title: '{host} schaltet die Verbindung nicht auf TLS um',
    meaning:
      'Ohne TLS ginge das Kennwort im Klartext durch das Netz, deshalb wurde es nicht an diesen Server gesendet und von ihm auch nicht geprüft.',
    todo: 'Installieren Sie auf {host} ein Serverzertifikat, sodass er LDAPS auf Port 636 oder StartTLS auf Port 389 anbietet.',
  },
  'ldap.protocol-error': {
    title: 'Die Antwort von {host} ist kein gültiges LDAP',
    meaning:
      'Die Antwort war nicht lesbar, deshalb wurde ihr nichts geglaubt. Was das Verzeichnis gesagt hätte, ist nicht bekannt.',
    todo: 'Prüfen Sie, ob unter {host} ein Verzeichnisserver läuft und ob kein Proxy und keine Firewall die Verbindung verändert. Die Belege zeigen, was zurückkam.',
  },
  'ldap.unavailable': {
    title: 'Das Verzeichnis auf {host} ist im Moment nicht verfügbar',
    meaning:
      'Der Server hat geantwortet, dass er jetzt keine Anfragen bedienen kann. Über Konto und Kennwort ist damit nichts gesagt.',
    todo: 'Prüfen Sie Zustand und Auslastung des Verzeichnisdienstes auf {host}. Ein späterer Versuch kann gelingen.',
  },
  'ldap.unexpected': {
    title: '{host} hat mit dem LDAP-Ergebnis {result} geantwortet',
    meaning:
      'Waypost hat für diese Antwort keine eigene Erklärung. Der Schritt ist nicht gelungen; die Belege enthalten die ganze Antwort.',
    todo: 'Sehen Sie im Protokoll von {host} zur Zeit dieses Versuchs nach, und vergleichen Sie es mit dem Ergebnis {result} und dem Text in den Belegen.',
  },
  'ldap.entry-not-found': {
    title: 'Der Verzeichniseintrag von {user} wurde nicht gefunden',
    meaning:
      '{host} hat die Anmeldung angenommen, aber die Suche nach dem Konto ergab nichts. Anzeigename und Mailadressen sind daher nicht bekannt.',
    todo: 'Prüfen Sie, ob {user} den eigenen Eintrag lesen darf und ob {host} den Teil des Verzeichnisses führt, in dem er liegt.',
  },
  'ldap.no-mail-address': {
    title: 'Das Verzeichnis enthält keine Mailadresse für {user}',
    meaning:
      'Das Konto existiert, aber sein Eintrag nennt keine Adresse. Welche Absenderadresse dazugehört, ist daher nicht bekannt.',
    todo: 'Füllen Sie bei {user} das Attribut mail oder proxyAddresses aus. Bis dahin lässt sich eine Absenderadresse mit --from angeben.',
  },
  'ldap.password-expires-soon': {
    title: 'Das Kennwort von {user} läuft am {date} ab',
    meaning: 'Verbleibende Tage: {days}. Danach wird die Anmeldung abgelehnt, bis ein neues Kennwort gesetzt ist.',
    todo: 'Ändern Sie das Kennwort vor dem {date}, und tragen Sie das neue dann in jedem Mailprogramm und auf jedem Telefon ein, das es verwendet.',
  },
};
