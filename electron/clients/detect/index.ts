/** Which mail clients there are on a computer, and how each is started. */
export { detectClient, detectClients, isOfPlatform } from './detect.ts';
export type { Installed, InstalledClients } from './installed.ts';
