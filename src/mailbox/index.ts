export { type MailboxDeps, type MailboxServer, type OpenMailbox, openMailbox } from './session/open.ts';
export { type MailboxSignIn, type SignedInMailbox, signInToMailbox } from './sign-in.ts';
