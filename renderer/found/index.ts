export { ArrivalPicture } from './arrival/arrival-picture.tsx';
export { arrivalWords } from './arrival/arrival-words.ts';
export { NoticeDetail, noticeTones } from './arrival/notices.tsx';
export { Glyph } from './glyph.tsx';
export { HowFound } from './settings/how-found.tsx';
export { answerWords } from './settings/source-words.ts';
