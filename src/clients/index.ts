/** What an account becomes in a mail client: one writer per client, and no password anywhere. */
export type {
  Authentication,
  ClientAccount,
  IncomingServer,
  OutgoingServer,
  Protocol,
  Security,
} from './account.ts';
export { type Signer, signProfile } from './apple/sign.ts';
export { type ClientName, clientNames, clients, isClientName } from './clients.ts';
export { accountOf, type Given, type Missing, type UnapprovedServer, unapprovedServers } from './from-report.ts';
export { type NoteCode, noteCodes, type Profile, type ProfileFile, type Purpose } from './profile.ts';
export {
  autoconfigFile,
  autodiscoverXml,
  type Publication,
  paccDocument,
  servicePoint,
  srvRecords,
} from './publish/index.ts';
export { writeProfile } from './write-profile.ts';
