import type { diagnosisWords as english } from '../en/diagnosis.ts';
import type { Translated } from '../translated.ts';
import { chainWords } from './diagnosis/chain.ts';
import { detailWords } from './diagnosis/detail.ts';
import { formWords } from './diagnosis/form.ts';
import { textWords } from './diagnosis/text.ts';

export const diagnosisWords: Translated<typeof english> = {
  form: formWords,
  chain: chainWords,
  detail: detailWords,
  text: textWords,
};
