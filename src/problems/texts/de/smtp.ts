import type { smtpProblems } from '../../catalogue/smtp.ts';
import type { ProblemText } from '../../entry.ts';

export const smtpTexts: Record<keyof typeof smtpProblems, ProblemText> = {
  'smtp.no-secure-endpoint': {
    title: '{host} bietet keinen sicheren Weg, Mail einzuliefern',
    meaning:
      'Kein versuchter Port ergab eine Verbindung mit geprüftem TLS. An den Server wurden weder Kennwort noch Nachricht gesendet.',
    todo: 'Bieten Sie auf {host} die Einlieferung mit implizitem TLS auf Port 465 oder STARTTLS auf Port 587 an, mit gültigem Zertifikat, und öffnen Sie diese Ports für dieses Netz.',
  },
  'smtp.tls-not-offered': {
    title: '{host} bietet auf Port {port} keine Verschlüsselung an',
    meaning:
      'In dem, was hier als Angebot des Servers ankam, fehlt STARTTLS. Ohne STARTTLS ginge das Kennwort im Klartext durch das Netz, deshalb wurde es dorthin nicht gesendet.',
    todo: 'Schalten Sie auf Port {port} von {host} STARTTLS ein. Ist es eingeschaltet, suchen Sie nach einer Firewall oder einem Mailscanner dazwischen, der das Angebot entfernt.',
  },
  'smtp.auth-not-offered': {
    title: '{host} bietet auf Port {port} keine Anmeldung an',
    meaning:
      'Die Verbindung ist verschlüsselt, aber der Server bietet dort keine Anmeldung. An ihn wurde kein Kennwort gesendet, also hat er auch keines geprüft.',
    todo: 'Schalten Sie auf Port {port} von {host} die SMTP-Authentifizierung ein. Ist sie auf einem anderen Port eingeschaltet, lässt sich dieser mit --port wählen.',
  },
  'smtp.no-common-mechanism': {
    title: '{host} bietet kein Anmeldeverfahren an, das Waypost verwenden kann',
    meaning: 'Der Server bietet an: {offered}. An ihn wurde kein Kennwort gesendet, also hat er auch keines geprüft.',
    todo: 'Lassen Sie auf {host} über TLS ein Kennwortverfahren zu, etwa PLAIN.',
  },
  'smtp.auth-rejected': {
    title: '{host} hat die Anmeldung von {user} nicht angenommen',
    meaning:
      'Der Mailserver hat diesen Namen und dieses Kennwort abgelehnt. Beides wurde einmal versucht und wird nicht wiederholt, weil mehrere Versuche das Konto sperren können.',
    todo: 'Sehen Sie im Protokoll von {host} nach, warum {user} abgelehnt wurde: Form des Namens, Recht zum Einliefern, befragtes Verzeichnis. Hat das Relay einen eigenen Namen und ein eigenes Kennwort, geben Sie den Namen mit --relay-user an.',
  },
  'smtp.relay-denied': {
    title: '{host} nimmt von Ihnen keine Mail für {recipient} an',
    meaning:
      'Der Server nimmt Mail für die eigene Organisation an, leitet sie für Sie aber nicht an andere weiter. An {recipient} wurde keine Nachricht gesendet.',
    todo: 'Erlauben Sie angemeldeten Absendern, über {host} an andere Organisationen zu senden.',
  },
  'smtp.open-relay': {
    title: '{host} leitet Mail für Fremde weiter',
    meaning:
      'Ohne jede Anmeldung war der Server bereit, Mail für {recipient} anzunehmen. Wer ihn aus diesem Netz erreicht, kann womöglich über ihn senden. Für diese Prüfung wurde keine Nachricht gesendet.',
    todo: 'Beschränken Sie das Weiterleiten auf {host} auf angemeldete Absender. Vertraut er diesem Netz mit Absicht, halten Sie die Liste solcher Netze so kurz wie möglich.',
  },
  'smtp.sender-refused': {
    title: '{host} nimmt {sender} nicht als Absender an',
    meaning:
      'Der Server hat diese Absenderadresse für die jetzige Anmeldung abgelehnt. Es wurde keine Nachricht gesendet.',
    todo: 'Erlauben Sie dem Konto, über {host} als {sender} zu senden, wenn es das soll. Eine andere Absenderadresse lässt sich mit --from angeben.',
  },
  'smtp.recipient-refused': {
    title: '{host} nimmt den Empfänger {recipient} nicht an',
    meaning: 'Der Server hat geantwortet, dass er für diese Adresse keine Mail annimmt. An sie wurde nichts gesendet.',
    todo: 'Prüfen Sie die Schreibweise von {recipient}. Stimmt sie, senden Sie diesen Bericht an Ihre Mail-Administration; die Antwort von {host} steht darin.',
  },
  'smtp.auth-unavailable': {
    title: '{host} kann Kennwörter zurzeit nicht prüfen',
    meaning:
      'Der Server hat das Kennwort weder angenommen noch abgelehnt: Was er nach Kennwörtern fragt, hat nicht geantwortet. Das Kennwort kann durchaus richtig sein.',
    todo: 'Prüfen Sie, was {host} nach Kennwörtern fragt, etwa die Verbindung zum Verzeichnis. Ein späterer Versuch kann gelingen.',
  },
  'smtp.mailbox-full': {
    title: 'Das Postfach von {recipient} ist voll',
    meaning:
      '{host} nimmt keine Nachricht für {recipient} an, bis wieder Platz ist. Ein späterer Versuch kann gelingen.',
    todo: 'Teilen Sie {recipient} auf anderem Weg mit, dass das Postfach voll ist, oder schreiben Sie dort an jemand anderen.',
  },
  'smtp.greylisted': {
    title: '{host} bittet für {recipient} um einen späteren Versuch',
    meaning:
      'Der Server stellt Absender zurück, die er noch nicht kennt (Greylisting). Das ist ein Aufschub, keine Ablehnung: Ein späterer Versuch kann angenommen werden.',
    todo: 'Nehmen Sie angemeldete Absender auf {host} vom Greylisting aus. Ohne das lässt sich die Nachricht nach einigen Minuten erneut senden.',
  },
  'smtp.too-large': {
    title: 'Die Nachricht ist größer, als {host} annimmt',
    meaning: 'Die Nachricht hat {size}, der Server nimmt höchstens {limit} an. Sie wurde nicht angenommen.',
    todo: 'Verkleinern Sie die Anhänge, oder geben Sie sie auf anderem Weg weiter. Für den Versand kodiert wächst ein Anhang um etwa ein Drittel.',
  },
  'smtp.message-refused': {
    title: '{host} hat die Nachricht selbst abgelehnt',
    meaning:
      'Der Server war mit dem Absender und mindestens einem Empfänger einverstanden, nicht aber mit dem Inhalt. Er hat die Nachricht nicht übernommen.',
    todo: 'Suchen Sie im Protokoll von {host} nach der Regel, die sie abgelehnt hat: Inhaltsfilter, Richtlinie für Anhänge oder Kopfzeilen.',
  },
  'smtp.service-unavailable': {
    title: '{host} nimmt im Moment keine Mail entgegen',
    meaning:
      'Der Server hat geantwortet, dass sein Dienst jetzt nicht verfügbar ist. Dieser Schritt wurde nicht abgeschlossen.',
    todo: 'Prüfen Sie den Maildienst auf {host}: Zustand, Auslastung, Grenzen je Client und freien Speicherplatz. Ein späterer Versuch kann gelingen.',
  },
  'smtp.protocol-error': {
    title: 'Die Antwort von {host} entspricht nicht SMTP',
    meaning:
      'Erwartet wurde {expected}, es kam etwas anderes. Der Antwort wurde nicht geglaubt, und die Sitzung wurde beendet.',
    todo: 'Prüfen Sie, ob unter {host} ein Mailserver läuft und ob keine Firewall und kein Proxy die Sitzung verändert. Die Belege zeigen die Antwort.',
  },
  'smtp.unicode-not-supported': {
    title: '{host} kann die Zeichen in {address} nicht verarbeiten',
    meaning:
      'Die Adresse enthält Buchstaben jenseits von ASCII. Sie brauchen die Erweiterung SMTPUTF8, die dieser Server nicht anbietet. Für diese Adresse wurde nichts gesendet.',
    todo: 'Schalten Sie auf {host} SMTPUTF8 ein. Hat die Adresse auch eine reine ASCII-Form, lässt sich diese bis dahin verwenden.',
  },
  'smtp.dsn-not-offered': {
    title: '{host} sendet keine Zustellberichte',
    meaning:
      'Ein Bericht über die Zustellung wurde gewünscht, aber dieser Server bietet die Erweiterung dafür (DSN) nicht an. Die Nachricht wurde ohne diesen Wunsch übergeben: Es kommt kein Bericht, was auch immer mit ihr geschieht.',
    todo: 'Schalten Sie DSN auf {host} ein, wenn Zustellberichte kommen sollen. Fragen Sie bis dahin die Empfänger, ob die Nachricht angekommen ist.',
  },
  'smtp.requiretls-not-offered': {
    title: '{host} kann TLS für den weiteren Weg nicht verlangen',
    meaning:
      'TLS wurde für jeden weiteren Server verlangt, aber dieser bietet die Erweiterung dafür (REQUIRETLS) nicht an. Er könnte die Nachricht ungeschützt weitergeben, deshalb wurde sie nicht gesendet.',
    todo: 'Schalten Sie REQUIRETLS auf {host} ein, oder senden Sie die Nachricht ohne --require-tls: Dann entscheidet jeder Server selbst, ob er TLS verwendet.',
  },
  'smtp.uncertain': {
    title: 'Es ist ungewiss, ob {host} die Nachricht übernommen hat',
    meaning:
      'Die Verbindung ging verloren, nachdem die ganze Nachricht gesendet war und bevor die Antwort kam. Das Gateway hat sie möglicherweise übernommen, möglicherweise nicht. Sie wurde nicht noch einmal gesendet.',
    todo: 'Suchen Sie die Nachricht im Protokoll und in der Warteschlange von {host}, und fragen Sie den Empfänger, bevor jemand sie erneut sendet: Sonst kommt sie womöglich doppelt an.',
  },
};
