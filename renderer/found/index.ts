export { ArrivalPicture } from './arrival/arrival-picture.tsx';
export { arrivalWords } from './arrival/arrival-words.ts';
export { HowFound } from './settings/how-found.tsx';
