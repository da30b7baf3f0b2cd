import type { tlsProblems } from '../../catalogue/tls.ts';
import type { ProblemText } from '../../entry.ts';

export const tlsTexts: Record<keyof typeof tlsProblems, ProblemText> = {
  'tls.untrusted-issuer': {
    title: 'Dem Aussteller des Zertifikats von {host} wird hier nicht vertraut',
    meaning:
      'Ausgestellt hat es {issuer}. Solange diesem Aussteller nicht vertraut wird, belegt nichts, dass dies der richtige Server ist; deshalb wurde kein Kennwort an den Server gesendet.',
    todo: 'Ist {issuer} die eigene Zertifizierungsstelle der Organisation, lassen Sie sich deren Zertifikat geben und nennen Sie es mit --ca. Andernfalls muss {host} seine ganze Zertifikatskette senden oder ein Zertifikat eines Ausstellers, dem Rechner vertrauen.',
  },
  'tls.name-mismatch': {
    title: 'Das Zertifikat von {host} ist auf andere Namen ausgestellt',
    meaning:
      'Es gilt für: {names}. Weil {host} nicht darunter ist, belegt nichts, dass dies der richtige Server ist; deshalb wurde kein Kennwort an den Server gesendet.',
    todo: 'Nehmen Sie {host} in die Namen (subjectAltName) des Zertifikats auf, oder verwenden Sie einen Namen, den es bereits enthält.',
  },
  'tls.expired': {
    title: 'Das Zertifikat von {host} ist am {date} abgelaufen',
    meaning:
      'Nach seinem letzten Tag belegt ein Zertifikat nichts mehr, deshalb wurde kein Kennwort an den Server gesendet. Auch andere Programme lehnen diesen Server womöglich ab.',
    todo: 'Erneuern Sie das Zertifikat auf {host}, und laden Sie den Dienst neu, damit er das neue vorzeigt. Liegt dieser Tag nicht in der Vergangenheit, stellen Sie die Uhr dieses Rechners richtig.',
  },
  'tls.not-yet-valid': {
    title: 'Das Zertifikat von {host} ist erst ab {date} gültig',
    meaning: 'Vor seinem ersten Tag belegt ein Zertifikat nichts, deshalb wurde kein Kennwort an den Server gesendet.',
    todo: 'Vergleichen Sie die Uhr dieses Rechners mit der richtigen Zeit. Stimmt sie, installieren Sie auf {host} ein Zertifikat, das heute gültig ist.',
  },
  'tls.weak': {
    title: 'Der TLS-Schutz von {host} ist zu schwach: {what}',
    meaning:
      'Waypost verlangt TLS 1.2 oder neuer, RSA-Schlüssel ab 2048 Bit oder EC-Schlüssel ab 256 Bit und keine SHA-1-Signaturen. Es wurde kein Kennwort an den Server gesendet.',
    todo: 'Bringen Sie die TLS-Einstellungen oder das Zertifikat von {host} auf diesen Stand.',
  },
  'tls.handshake-failed': {
    title: 'Mit {host} kam auf Port {port} keine TLS-Verbindung zustande',
    meaning:
      'Die Verbindung wurde aufgebaut, endete aber, bevor sich beide Seiten auf eine Verschlüsselung geeinigt hatten. Es wurde kein Kennwort an den Server gesendet.',
    todo: 'Prüfen Sie, ob der Dienst auf Port {port} von {host} TLS spricht, welche Versionen und Verfahren er zulässt und ob ein Gerät dazwischen eingreift. Die Belege zeigen, wo es endete.',
  },
};
