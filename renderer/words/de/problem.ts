import type { problemWords as english } from '../en/problem.ts';
import type { Translated } from '../translated.ts';

export const problemWords: Translated<typeof english> = {};
