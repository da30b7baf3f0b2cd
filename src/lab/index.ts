export { type AccountState, type LabAccount, labPassword } from './accounts.ts';
export { type Authority, type CertificateKind, makeAuthority, type ServerCertificate } from './certificates.ts';
export type { DnsBehaviour } from './dns/answer.ts';
export type { LabRecord } from './dns/zone.ts';
export { type LabFault, labFaults } from './faults.ts';
export { type Lab, type LabOptions, type LabPorts, startLab } from './lab.ts';
export { failedPasswords, type LabEvent } from './log.ts';
export type { StoredMessage } from './smtp/mailbox.ts';
