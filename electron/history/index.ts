/** The runs of this machine, as files of events. */
export { eventLines, readEvents } from './event-file.ts';
export { type History, openHistory } from './history.ts';
