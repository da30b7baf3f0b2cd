export type Protocol = 'dns' | 'cldap' | 'tcp' | 'tls' | 'ldap' | 'smtp' | 'http' | 'imap' | 'pop3' | 'system';

/** One question to one peer and its answer. Times in milliseconds from the run's start. */
export interface Exchange {
  readonly type: 'exchange';
  readonly protocol: Protocol;
  /** `address:port`, or the name of what was asked on this machine. */
  readonly peer: string;
  readonly asked: string;
  /** What came back, or what happened instead. Untrusted. */
  readonly answered: string;
  readonly startedAt: number;
  readonly duration: number;
  /** Network round trips that the protocol needs for it at least; 0 for questions to this machine. */
  readonly roundTrips: number;
}

/** One line of a conversation, built from an allow-list: secrets never get here. */
export interface TranscriptLine {
  readonly type: 'line';
  readonly protocol: Protocol;
  readonly peer: string;
  readonly direction: 'sent' | 'received' | 'note';
  readonly text: string;
}

export type Observation = Exchange | TranscriptLine;
