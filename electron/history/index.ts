/** The runs of this machine, as files of events. */
export { checkEvents, type ReadEvents, readEvents } from './event-file.ts';
export { type History, openHistory } from './history.ts';
