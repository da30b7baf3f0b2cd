export { type MailboxDeps, type MailboxServer, type OpenMailbox, openMailbox } from './session/open.ts';
