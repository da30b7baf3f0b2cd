import type { settingsProblems } from '../../catalogue/settings.ts';
import type { ProblemText } from '../../entry.ts';

export const settingsTexts: Record<keyof typeof settingsProblems, ProblemText> = {
  'settings.none-found': {
    title: 'Für {domain} sind keine Mail-Einstellungen veröffentlicht',
    meaning:
      'Jede Stelle, an der es Einstellungen für {domain} geben kann, wurde gefragt. Keine nannte einen Mailserver.',
    todo: 'Veröffentlichen Sie die Einstellungen, etwa als SRV-Einträge oder als Autoconfig; docs/discovery.md sagt, wie. Bis dahin geben Sie den Namen des Servers ein.',
  },
  'settings.no-incoming': {
    title: 'Es wurde kein Server zum Lesen der Mail von {domain} gefunden',
    meaning:
      'Nichts, was für {domain} veröffentlicht ist, nennt einen Server für eingehende Mail (IMAP oder POP3), und keiner hat einen üblichen Namen.',
    todo: 'Fragen Sie die Mail-Administration nach dem Namen des Servers, oder bitten Sie sie, ihn zu veröffentlichen; docs/discovery.md sagt, wie. Mail senden lässt sich auch ohne ihn.',
  },
  'settings.unreachable': {
    title: 'Kein für {domain} veröffentlichter Mailserver ist von hier aus zu verwenden',
    meaning:
      'Einstellungen wurden gefunden, aber keiner der genannten Server hat geantwortet und seinen Namen bewiesen: {hosts}.',
    todo: 'Machen Sie die Server aus diesem Netz erreichbar, oder verbinden Sie sich zuerst mit dem Netz der Organisation. Wenn die Namen veraltet sind, berichtigen Sie die veröffentlichten Einstellungen.',
  },
  'settings.no-domain': {
    title: '{address} nennt keine Mail-Domäne',
    meaning: 'Einstellungen werden in der Domäne hinter dem @-Zeichen gesucht, und dieser Name hat keine.',
    todo: 'Geben Sie die ganze E-Mail-Adresse an, etwa alice@corp.example.',
  },
  'settings.http-status': {
    title: '{url} antwortete mit Status {status}',
    meaning: 'Unter dieser Adresse gibt es einen Webserver, aber er gab keine Einstellungen heraus.',
    todo: 'Wenn dort Einstellungen sein sollten, prüfen Sie die Datei und ihre Rechte auf dem Webserver. Wenn nicht, ist nichts zu tun.',
  },
  'settings.not-settings': {
    title: '{url} antwortete mit etwas anderem als Einstellungen',
    meaning:
      'Die Antwort ist {what}. Ein Webserver, der auf jede Adresse so antwortet, verbirgt, ob Einstellungen veröffentlicht sind; ein Netz mit Anmeldeseite tut dasselbe.',
    todo: 'Melden Sie sich am Netz an, wenn es das verlangt. Sonst lassen Sie den Webserver für Adressen, die er nicht hat, mit 404 antworten.',
  },
  'settings.too-large': {
    title: 'Die Antwort von {url} ist zu groß',
    meaning: 'Einstellungen brauchen einige Kilobyte. Waypost hat bei {limit} aufgehört zu lesen.',
    todo: 'Prüfen Sie, was der Webserver unter dieser Adresse herausgibt.',
  },
  'settings.malformed': {
    title: 'Die Einstellungen unter {url} sind nicht lesbar',
    meaning: 'Sie sind nicht wohlgeformt: {reason}. Nichts daraus wurde verwendet.',
    todo: 'Berichtigen Sie die Datei unter {url}; docs/discovery.md hat ein Beispiel.',
  },
  'settings.bad-section': {
    title: 'Ein Teil der Einstellungen unter {url} wurde weggelassen',
    meaning: 'Zeile {line}: {reason}. Die übrigen Teile wurden verwendet.',
    todo: 'Berichtigen Sie Zeile {line} der Datei unter {url}.',
  },
  'settings.no-servers': {
    title: 'Die Einstellungen unter {url} nennen keinen Mailserver',
    meaning: 'Die Datei ist da und lesbar, aber sie nennt keinen Server, den ein Mailprogramm verwenden könnte.',
    todo: 'Tragen Sie die Server in die Datei unter {url} ein; docs/discovery.md hat ein Beispiel. Gibt es keine, entfernen Sie die Datei.',
  },
  'settings.redirect-refused': {
    title: '{url} verweist weiter, und dem wurde nicht gefolgt',
    meaning:
      'Der Verweis führt zu {target}: {reason}. Wer die Antwort ändern kann, könnte sonst jeden Server als Ihren ausgeben.',
    todo: 'Wenn {target} richtig ist, geben Sie dessen Domäne frei oder veröffentlichen Sie die Einstellungen in der Mail-Domäne selbst.',
  },
  'settings.redirect-loop': {
    title: '{url} verweist im Kreis oder an zu viele Stellen nacheinander',
    meaning: 'Nach {hops} Weiterleitungen gab es immer noch keine Einstellungen.',
    todo: 'Berichtigen Sie die Weiterleitungen des Webservers.',
  },
  'settings.srv-useless': {
    title: 'Ein Eintrag von {name} nennt keinen Server, der sich verwenden lässt',
    meaning: 'Er zeigt auf {target}, Port {port}: {reason}. Der Eintrag wurde nicht verwendet.',
    todo: 'Veröffentlichen Sie den vollen Namen des Servers, der auch in seinem Zertifikat steht, und seinen Port; oder einen Eintrag mit dem Ziel „.“, wenn es diesen Dienst nicht gibt.',
  },
  'settings.srv-alias': {
    title: '{name} zeigt auf {host}, einen Alias von {alias}',
    meaning:
      'Das Ziel eines SRV-Eintrags muss selbst eine Adresse haben (RFC 2782). Manche Programme folgen einem Alias nicht.',
    todo: 'Veröffentlichen Sie {alias} als Ziel, wenn dieser Name im Zertifikat steht; sonst geben Sie {host} einen Adresseintrag.',
  },
  'settings.foreign-server': {
    title: 'Die Einstellungen nennen {host}, der nicht in der Domäne Ihrer Organisation liegt',
    meaning:
      'Viele Organisationen haben ihre Mail bei einem Anbieter. DNS allein kann nicht sagen, ob das hier so ist. Es wurde kein Kennwort gesendet.',
    todo: 'Fragen Sie Ihre Mail-Administration, ob {host} richtig ist, und geben Sie dann {domain} frei.',
  },
  'settings.plain-only': {
    title: '{host} wird nur ohne Verschlüsselung angeboten ({service})',
    meaning: 'Ein dorthin gesendetes Kennwort könnte unterwegs gelesen werden. Waypost verwendet das nicht.',
    todo: 'Bieten Sie auf {host} TLS an und veröffentlichen Sie den Port dafür.',
  },
  'settings.browser-only': {
    title: '{host} nimmt keine Kennwörter, nur Anmeldungen im Browser (OAuth 2)',
    meaning:
      'Das Mailprogramm muss die Anmeldeseite des Anbieters öffnen. Waypost kann diese Anmeldung nicht versuchen.',
    todo: 'Richten Sie ein Programm ein, das die Anmeldung dieses Anbieters kennt, und geben Sie das Kennwort nirgends sonst ein.',
  },
  'settings.digest-mismatch': {
    title: 'Die Einstellungen unter {url} sind nicht die, die DNS ankündigt',
    meaning:
      'DNS veröffentlicht eine Prüfsumme der Einstellungen, und sie passt nicht. Eines von beiden ist veraltet oder wurde geändert.',
    todo: 'Veröffentlichen Sie die Prüfsumme der heutigen Datei.',
  },
  'settings.mx-is-filter': {
    title: 'Mail für {domain} geht zuerst durch {service}',
    meaning: '{host} filtert Mail und gibt sie weiter. Wo die Postfächer liegen, sagt das nicht.',
    todo: 'Es ist nichts zu tun. Wenn keine Einstellungen gefunden werden, veröffentlichen Sie sie in {domain} selbst.',
  },
  'settings.digest-missing': {
    title: 'DNS bürgt nicht für die Einstellungen unter {url}',
    meaning:
      'Einstellungen dieser Art gelten nur zusammen mit ihrer Prüfsumme, und unter {name} steht keine. Sie wurden nicht verwendet.',
    todo: 'Veröffentlichen Sie die Prüfsumme der Datei als TXT-Eintrag von {name}.',
  },
  'settings.sign-in-needed': {
    title: '{url} gibt Einstellungen erst nach einer Anmeldung heraus',
    meaning: 'Das ist kein Fehler: Exchange macht es so. Es wurde kein Kennwort gesendet.',
    todo: 'Wenn die Einstellungen anderswo gefunden wurden, ist nichts zu tun.',
  },
  'settings.sign-in-refused': {
    title: '{url} hat das Kennwort von {user} nicht angenommen',
    meaning:
      'Es wurde einmal gesendet, verschlüsselt und an einen Server, der seinen Namen bewiesen hat. In diesem Lauf wird es nicht noch einmal gesendet.',
    todo: 'Prüfen Sie den Benutzernamen und das Kennwort.',
  },
  'settings.disagreement': {
    title: 'Zwei Quellen nennen verschiedene Server für {service}',
    meaning: 'Die eine nennt {first}, die andere {second}. Die vertrauenswürdigere wurde verwendet.',
    todo: 'Bringen Sie die veröffentlichten Einstellungen in Einklang.',
  },
  'settings.split-horizon': {
    title: 'DNS sagt über die Mail von {domain} nicht überall dasselbe',
    meaning:
      'Die Antworten unterscheiden sich für {names}. Was in einem Netz eingerichtet ist, läuft dann vielleicht in einem anderen nicht. Manche Organisationen wollen es so.',
    todo: 'Wenn es nicht so gemeint ist, bringen Sie die Einträge innen und außen in Einklang.',
  },
  'settings.unwritable-value': {
    title: 'Die Einstellungen von {client} können diesen Wert von „{field}“ nicht aufnehmen',
    meaning:
      'Er ist leer oder zu lang, hat Zeichen, die kein solcher Wert haben kann, oder hieße in der Datei etwas anderes. Es wurde nichts geschrieben.',
    todo: 'Berichtigen Sie den Wert oder wählen Sie ein anderes Programm: Das Einstellungsblatt nimmt fast alles.',
  },
  'settings.client-lacks': {
    title: '{client} lässt sich nicht für {feature} einrichten',
    meaning:
      'Das Programm kennt es nicht, oder die Datei, die es einrichtet, hat kein Wort dafür. Es wurde nichts geschrieben.',
    todo: 'Wählen Sie eine andere Anmeldung oder einen anderen Port, wenn der Server das anbietet, oder ein anderes Programm.',
  },
  'settings.client-needs-mailbox': {
    title: '{client} braucht einen Server für eingehende Mail',
    meaning:
      'Bekannt ist nur ein Server für ausgehende Mail, und damit allein lässt sich dieses Programm nicht einrichten.',
    todo: 'Fügen Sie den Server für eingehende Mail hinzu, etwa mit --incoming imaps://imap.corp.example.',
  },
  'settings.not-signed': {
    title: 'Das Profil konnte nicht signiert werden',
    meaning:
      'Das Programm openssl signiert es mit dem angegebenen Schlüssel und Zertifikat. Es fehlt, oder es hat sich geweigert. Es wurde nichts geschrieben.',
    todo: 'Geben Sie einen Schlüssel in PEM-Form ohne Passphrase an und das Zertifikat, das dazu gehört; oder lassen Sie das Profil unsigniert.',
  },
};
