/** What the window asks the engine to do, the passwords that it takes for that, and what comes back. */
export { createRuns } from './runs.ts';
