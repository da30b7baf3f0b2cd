/** The mail clients of this computer: which there are, and how they get the account that a run has found. */
export { createClients } from './clients.ts';
export { computerOfDemo, thisComputer } from './computer.ts';
export { startedWith } from './environment.ts';
export { keepRecentRuns } from './recent-runs.ts';
