export { ArrivalPicture } from './arrival/arrival-picture.tsx';
export { arrivalWords, isFateOpen } from './arrival/arrival-words.ts';
export { HowFound } from './settings/how-found.tsx';
