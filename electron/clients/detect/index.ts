/** Which mail clients there are on a computer, and how each is started. */
export { detectClients, isOfPlatform } from './detect.ts';
export type { Installed, InstalledClients } from './installed.ts';
