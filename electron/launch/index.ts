export { bounded } from './bounded.ts';
export { readCommandLine } from './command-line.ts';
export { type OpenedFile, openedFile } from './opened-file.ts';
export { quietSwitches } from './quiet-switches.ts';
export { fileOfSecondStart, type SecondStart } from './second-start.ts';
