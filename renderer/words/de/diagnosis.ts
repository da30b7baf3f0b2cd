import type { diagnosisWords as english } from '../en/diagnosis.ts';
import type { Translated } from '../translated.ts';

export const diagnosisWords: Translated<typeof english> = {};
