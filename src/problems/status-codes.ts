/**
 * What enhanced status codes mean (RFC 3463 and the IANA registry "SMTP Enhanced Status Codes"), in short words of our
 * own: they stand beside a server's reply, which is the evidence.
 */
export interface StatusExplanation {
  readonly class: 'success' | 'temporary' | 'permanent';
  readonly subject: string;
  readonly meaning: string;
}

interface Subject {
  readonly subject: string;
  /** The meaning of `X.subject.n` stands at index n. */
  readonly details: readonly string[];
}

const classes = { '2': 'success', '4': 'temporary', '5': 'permanent' } as const;

const other: Subject = { subject: 'other', details: ['no further detail'] };

const address: Subject = {
  subject: 'address',
  details: [
    'something about an address, without further detail',
    'the mailbox of the recipient does not exist',
    'the mail domain of the recipient does not exist or takes no mail',
    'the recipient address is not written correctly',
    'the recipient address fits more than one mailbox',
    'the recipient address is valid',
    'the mailbox has moved and left no new address',
    'the sender address is not written correctly',
    'the mail domain of the sender does not exist or takes no mail',
    'handed to a system that speaks another protocol; nothing more will be reported',
    'the domain of the recipient states that it receives no mail (null MX)',
  ],
};

const mailbox: Subject = {
  subject: 'mailbox',
  details: [
    'something about the mailbox, without further detail',
    'the mailbox is disabled and takes no messages',
    'the mailbox is full',
    'the message is longer than this mailbox may receive',
    'the mailing list could not be resolved into its members',
  ],
};

const system: Subject = {
  subject: 'mail system',
  details: [
    'something about the mail system, without further detail',
    'the mail system has no storage left',
    'the mail system takes no messages from the network at present',
    'the mail system lacks a feature that was asked for',
    'the message is larger than the mail system takes',
    'the mail system is not set up correctly',
    'the priority that was asked for was changed',
  ],
};

const routing: Subject = {
  subject: 'network or routing',
  details: [
    'something about the network or the route, without further detail',
    'the next host did not answer',
    'the connection was lost or too poor to finish',
    'a directory or name server that routing needs has failed',
    'no route to the recipient was found',
    'the mail system is overloaded',
    'the message went round in a loop',
    'the message waited too long and was given up',
  ],
};

const protocol: Subject = {
  subject: 'protocol',
  details: [
    'something about the protocol, without further detail',
    'the command is unknown or not allowed at this point',
    'the command could not be understood',
    'there are too many recipients for one message',
    'a parameter of the command is not valid',
    'the two sides speak different versions of the protocol',
    'a line of the sign-in is too long',
  ],
};

const utf8Reply = 'the answer needs UTF-8, which the client did not allow';

const content: Subject = {
  subject: 'message content',
  details: [
    'something about the content of the message, without further detail',
    'the kind of content is not supported',
    'the content would have to be converted, which is forbidden',
    'the content would have to be converted, which is not possible here',
    'the content was converted, and something was lost',
    'the content could not be converted',
    'the content of the message could not be fetched',
    'addresses beyond ASCII are not allowed for this sender or recipient',
    utf8Reply,
    'the message has UTF-8 headers, which the system of a recipient cannot take',
    utf8Reply,
  ],
};

const security: Subject = {
  subject: 'security or policy',
  details: [
    'something about security or policy, without further detail',
    'the server has a rule against this delivery: sender, recipient or content',
    'the sender may not send to this mailing list',
    'the message would have to change its protection on the way, which is not possible',
    'a security feature that was asked for is not supported',
    'the message could not be decrypted, or its protection not verified',
    'the encryption algorithm is not supported',
    'the message was damaged or altered on the way',
    'the sign-in name or password was not accepted',
    'the sign-in method is too weak',
    'encryption has to be switched on first',
    'this sign-in method needs encryption first',
    'the account has to sign in with its password by another method first',
    'the account is disabled',
    'the server needs a trust relationship that does not exist',
    'the priority of the message is too low at present',
    'the message is too big for its priority',
    'the mailbox has had a new owner since the time that the sender named',
    'the domain has had a new owner since the time that the sender named',
    'whether the owner of the mailbox has changed could not be checked',
    'no DKIM signature of the message is valid',
    'the message has no DKIM signature that the server accepts',
    'no valid DKIM signature is from the domain of the author',
    'the SPF check did not pass',
    'the SPF check could not be completed',
    'the reverse DNS check of the sending host did not pass',
    'more than one check of the sender did not pass',
    'the domain of the sender states that it receives no mail (null MX)',
    'too many messages of this kind are arriving',
    'the ARC check did not pass',
    'the message demands TLS all the way (REQUIRETLS), which is not available',
  ],
};

const subjects = [other, address, mailbox, system, routing, protocol, content, security];

/** RFC 3463 2: a class, then two numbers of up to three digits without leading zeros. */
const pattern = /^([245])\.(0|[1-9]\d{0,2})\.(0|[1-9]\d{0,2})$/;

/**
 * Explains a code such as `5.7.1`; null when the text is not an enhanced status code. A detail that is not registered
 * falls back to its subject, a subject that is not registered to "other".
 */
export function explainStatus(code: string): StatusExplanation | null {
  const match = pattern.exec(code);
  if (!match) return null;
  const { subject, details } = subjects[Number(match[2])] ?? other;
  return {
    class: classes[match[1] as keyof typeof classes],
    subject,
    meaning: details[Number(match[3])] ?? subject,
  };
}
