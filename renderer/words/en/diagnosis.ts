import { chainWords } from './diagnosis/chain.ts';
import { detailWords } from './diagnosis/detail.ts';
import { formWords } from './diagnosis/form.ts';
import { textWords } from './diagnosis/text.ts';

export const diagnosisWords = { form: formWords, chain: chainWords, detail: detailWords, text: textWords } as const;
