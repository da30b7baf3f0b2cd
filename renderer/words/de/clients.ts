import type { clientsWords as english } from '../en/clients.ts';
import type { Translated } from '../translated.ts';

export const clientsWords: Translated<typeof english> = {
  title: 'Ihr Mailprogramm',
  looking: 'Mailprogramme auf diesem Computer werden gesucht …',
  notListed: 'Die Mailprogramme dieses Computers konnten nicht ermittelt werden.',
  noneInstalled: 'Auf diesem Computer wurde kein Mailprogramm gefunden, das Waypost kennt.',
  others: 'Andere Mailprogramme',
  tryAgain: 'Erneut versuchen',

  sheet: 'Einstellungsblatt',
  hints: {
    outlook:
      'Für das klassische Outlook. Das neue Outlook nimmt keine Dateien an: dort die Werte des Einstellungsblatts eintragen.',
    kmail:
      'KMail nimmt keine Dateien an. Sein eigener Assistent findet Einstellungen, die eine Administration veröffentlicht hat.',
    msmtp: 'Sendet nur.',
    android: 'Ein Code für die Kamera des Telefons, ohne das Kennwort.',
    sheet: 'Zum Lesen, zum Drucken oder zum Eintragen in ein beliebiges Mailprogramm.',
  },
  open: (title) => `In ${title} öffnen`,
  openSheet: 'Blatt öffnen',
  scan: 'Code zeigen',
  save: 'Dateien speichern …',
  see: 'Ansehen, was geschrieben wird',

  opening: (title) => `${title} wird geöffnet …`,
  opened: {
    other: (title) => `${title} wurde mit dem Konto gestartet.`,
    outlook: () =>
      'Outlook wurde gestartet und liest das Profil ein. Es heißt wie die Adresse: wählen Sie es, wenn Outlook danach fragt.',
    apple: () => 'macOS hat das Profil erhalten. Es wird nichts installiert, bevor Sie es bestätigen.',
    sheet: () => 'Das Einstellungsblatt wurde geöffnet.',
  },
  kept: (count, folder) =>
    count === 1
      ? `Eine Datei war vorher schon da; eine Kopie liegt in ${folder}.`
      : `${count} Dateien waren vorher schon da; Kopien liegen in ${folder}.`,
  openRefused: {
    'not-installed': (title) =>
      `${title} wurde auf diesem Computer nicht mehr gefunden. Speichern Sie stattdessen die Dateien.`,
    running: (title) => `${title} läuft gerade. Schließen Sie es zuerst, und versuchen Sie es dann erneut.`,
    'leads-outside': (title, path) =>
      `Es wurde nichts geschrieben: Eine Verknüpfung führt ${path} aus Ihrem persönlichen Ordner hinaus. Speichern Sie stattdessen die Dateien, und legen Sie sie dorthin, wo ${title} sie sucht.`,
    'cannot-write': (title) =>
      `Das Konto ließ sich nicht dorthin schreiben, wo ${title} es sucht. Alles ist, wie es war. Speichern Sie stattdessen die Dateien.`,
    'cannot-start': (title) =>
      `${title} ließ sich mit dem Konto nicht starten. Alles ist, wie es war. Speichern Sie stattdessen die Dateien.`,
    'left-behind': (title, folder) =>
      `${title} ließ sich nicht öffnen, und nicht alles Geschriebene ließ sich zurücknehmen. Kopien dessen, was vorher da war, liegen in ${folder}.`,
  },
  failed:
    'In Waypost ist ein Programmfehler aufgetreten. Versuchen Sie es erneut; bleibt es dabei, kopieren Sie den Bericht für Ihren Helpdesk.',

  undo: 'Rückgängig machen',
  undoing: 'Wird rückgängig gemacht …',
  undone: 'Alles ist wieder, wie es vorher war.',
  putAside: (title, folder) => `Was ${title} inzwischen daraus gemacht hat, liegt in ${folder}.`,
  undoRefused: {
    gone: () => 'Es gibt nichts mehr rückgängig zu machen.',
    running: (title) =>
      `Es wurde nichts rückgängig gemacht: ${title} läuft gerade. Schließen Sie es zuerst, und machen Sie es dann rückgängig.`,
    changed: (_title, path) =>
      `Es wurde nichts rückgängig gemacht: ${path} wurde seither geändert, und diese Änderungen gingen verloren.`,
    'cannot-write': (title) =>
      `Nicht alles ließ sich rückgängig machen, weil die Dateien von ${title} nicht geschrieben werden können. Es kann noch einmal versucht werden.`,
  },

  saved: (folder) => `Gespeichert in ${folder}`,
  notSaved:
    'Die Dateien ließen sich dort nicht speichern, und es wurde keine geschrieben. Wählen Sie einen anderen Ordner.',

  notLoaded: 'Die Dateien können nicht gezeigt werden.',
  noPassword: 'In keiner Datei steht das Kennwort.',
  belongs: 'Ihr Platz:',
  textOf: (path) => `Text von ${path}`,
  purposes: {
    import: 'Zum Öffnen oder Importieren',
    place: 'Für das Mailprogramm',
    administrator: 'Für die Administration: jedes Profil am Computer dieser Person',
    publish: 'Für die Administration: zum Veröffentlichen',
    undo: 'Nimmt eine andere Datei zurück',
    scan: 'Zum Scannen mit dem Telefon',
    read: 'Zum Lesen und zum Drucken',
  },

  code: {
    name: 'QR-Code mit den Einstellungen des Kontos',
    how: 'In Thunderbird auf dem Telefon „Einstellungen“, „Einstellungen importieren“, „QR-Code scannen“ wählen und die Kamera auf diesen Code richten. Nach einer neuen Installation steht „Einstellungen importieren“ auf der ersten Seite.',
    without: 'Das Kennwort ist nicht im Code: danach fragt das Telefon.',
    notMade: 'Der Code kann nicht gezeigt werden.',
  },

  notes: {
    'asks-for-password': 'Nach dem Kennwort fragt es selbst, wenn es sich zum ersten Mal verbindet.',
    'client-must-be-closed':
      'Schließen Sie das Mailprogramm, bevor Sie die Dateien an ihren Platz legen, und starten Sie es danach neu.',
    'fresh-profile-only':
      'user.js gehört nur in ein neues Profil: in einem, das schon Konten hat, nähme es den Platz des ersten ein.',
    'merge-with-existing':
      'Wenn es eine solche Datei schon gibt, fügen Sie diese Zeilen dort ein, statt die Datei zu ersetzen.',
    'store-password':
      'Das Kennwort wird unter Linux aus dem Schlüsselbund gelesen; anderswo ist der Befehl in der Datei zu ändern. So kommt es hinein:',
    'administrator-variant':
      'Die Dateien unter administrator sind zwei Wege, das Konto dieser Person in jedem Profil an ihrem Computer zu haben. Nehmen Sie einen davon, und dann kein user.js.',
    'outlook-import':
      'Schließen Sie Outlook, und lassen Sie es das Profil mit diesem Befehl einlesen; wählen Sie dann beim Start von Outlook das Profil dieses Namens:',
    'outlook-new-cannot':
      'Das neue Outlook nimmt keine dieser Dateien an. Fügen Sie das Konto dort im eigenen Dialog hinzu, mit den Werten des Einstellungsblatts.',
    'outlook-undo-forgets':
      'autodiscover-undo.reg entfernt, was autodiscover.reg setzt. Werte, die es vorher schon gab, kommen nicht zurück.',
    'outlook-not-tried':
      'Diese Dateien folgen der Dokumentation von Microsoft und wurden nicht in Outlook ausprobiert.',
    'apple-install':
      'Öffnen Sie die Datei auf dem Gerät, und bestätigen Sie sie dann: am Mac unter Systemeinstellungen, Datenschutz & Sicherheit, Profile; am Telefon unter Einstellungen, Profil geladen.',
    'apple-unsigned': 'Das Profil ist nicht signiert, und das Gerät sagt das auch.',
    'kmail-no-import':
      'Sobald config-v1.1.xml unter der gezeigten Adresse veröffentlicht ist, findet KMail die Datei; tragen Sie die Einstellungen bis dahin von Hand ein.',
    'account-number': 'Wenn es schon einen Ordner account_01 gibt, nehmen Sie die nächste Nummer.',
    'claws-folder-tree':
      'Claws Mail zeigt zuerst nur den Posteingang und behält gesendete Nachrichten auf diesem Computer. Für die anderen Ordner des Servers: Rechtsklick auf das Postfach, dann „Ordnerbaum neu aufbauen“.',
    'scan-code': 'In Thunderbird für Android: „Einstellungen“, „Einstellungen importieren“, „QR-Code scannen“.',
    'no-reading': 'Dieses Programm sendet nur: der Server für eingehende E-Mail steht nicht in seiner Datei.',
    'format-of-version-2':
      'config.toml ist für himalaya 1, version-2/config.toml für himalaya 2. Welche Version installiert ist, sagt himalaya --version',
  },
};
