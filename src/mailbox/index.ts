export { type MailboxFacts, readFacts } from './imap/facts.ts';
export type { SignedInImap } from './imap/sign-in.ts';
export { readBack, type Sought } from './read-back/read-back.ts';
export { upgraded } from './read-back/upgrade.ts';
export { custodyProblems } from './read-back/verdict.ts';
export { passwordsOf } from './session/dialect.ts';
export { type MailboxServer, type OpenMailbox, openMailbox } from './session/open.ts';
export { type SignedInMailbox, signInToMailbox } from './sign-in.ts';
