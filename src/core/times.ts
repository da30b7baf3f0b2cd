/**
 * Every wait of the engine, in milliseconds. Staggers follow RFC 8305 (Connection Attempt Delay, 250 ms recommended):
 * a dead first choice costs a stagger, not a time-out.
 */
export const times = {
  /** One DNS question to one server over UDP; a resolv.conf `timeout` option lowers it. */
  dnsAttempt: 2_000,
  /** The next DNS server is asked when the one before has not answered for so long. */
  dnsStagger: 300,
  /** After one of A and AAAA has been found, the other is waited for so long (RFC 8305 3 gives it 50 ms). */
  dnsOtherFamily: 200,
  /** After a candidate of a short name has been found, the others are waited for so long: two staggers. */
  dnsOtherCandidates: 600,
  /** A name with all its suffix candidates, over all servers and tries. */
  dnsName: 8_000,
  /** `dns.lookup`, which may stand behind a slow system resolver; nothing else waits for it. */
  systemResolver: 8_000,
  /** The operating system's settings, including helper programs such as PowerShell. */
  osSettings: 6_000,
  /**
   * Work that blocks for tens of milliseconds (reading lists, making the TLS context) begins so long after questions were
   * asked or connections begun: they are on the wire by then, and the work is done while the answers come.
   */
  heavyWork: 5,
  /** The next address or port is tried when the one before has not connected for so long. */
  connectStagger: 250,
  /** One TCP connection. */
  tcpConnect: 5_000,
  /** One TLS handshake. */
  tlsHandshake: 5_000,
  /** A CLDAP ping goes to the next domain controller after so long without an answer: a packet each, nothing more. */
  cldapStagger: 20,
  /** All CLDAP pings together. */
  cldapPing: 2_500,
  /** A domain controller with a ready TLS session waits so long for its ping's answer, then is taken without it. */
  cldapGrace: 150,
  /** A ready domain controller of another site is kept waiting for so long by one that is closer. */
  closerSite: 1_000,
  /** Finding a usable domain controller, from SRV question to a verified TLS session. */
  locateDc: 12_000,
  /** One LDAP operation: a bind or one page of a search. */
  ldapOperation: 8_000,
  /** An SMTP greeting; servers delay it on purpose, RFC 5321 4.5.3.2.1 allows 5 minutes, people do not. */
  smtpGreeting: 10_000,
  /** One SMTP command and its whole reply, however slowly it drips. */
  smtpCommand: 15_000,
  /** The message body and the reply to its final dot (RFC 5321 4.5.3.2.6: 10 minutes; a gateway that scans needs some). */
  smtpData: 60_000,
  /** The greeting of a server that people read their mail on. */
  mailboxGreeting: 10_000,
  /** One IMAP or POP3 command and its whole answer. */
  mailboxCommand: 15_000,
  /** A test message is looked for again after so long: nobody waits longer for it than by this. */
  readBackPause: 400,
  /** A test message, and delivery notices about it, are looked for so long; a gateway that scans needs some seconds. */
  readBack: 30_000,
  /** A better port that has already connected may keep a ready one waiting for so long. */
  betterEndpoint: 500,
  /** After a relay endpoint was chosen, the survey of the others ends. */
  endpointSurvey: 400,
  /** One question to a web server and its whole answer, however slowly it drips. */
  httpAnswer: 6_000,
  /** One Autodiscover service that the directory names, before the next one is asked. */
  servicePoint: 3_000,
  /** One source of settings, whatever it has to ask. */
  settingsSource: 10_000,
  /** After what nothing better can come after, other sources may still agree, and other servers be tried, for so long. */
  otherSources: 500,
  /** After settings have been found that are worth less than what may still come, that has so long to come. */
  betterSources: 2_500,
  /** Other views of DNS are compared for so long, beside everything else. */
  otherViews: 1_500,
  /** All sources of settings together: what has not been heard by then is not waited for. */
  settingsSources: 8_000,
  /** In a search for settings, finding the domain controllers' records: whatever needs them has to end in time, too. */
  discoveryRecords: 2_500,
  /** In a search for settings, finding a usable domain controller. */
  discoveryDc: 5_000,
  /** Trying all servers that were named. */
  settingsProof: 5_000,
  /** Looking for settings as a whole. */
  discovery: 15_000,
  /** Signing a profile with the system's openssl: two files and some kilobytes. */
  openssl: 10_000,
  /** A whole run, unless `--timeout` says otherwise. */
  run: 60_000,
  /** Ending a run: sockets get so long to say goodbye. */
  goodbye: 300,
} as const;
