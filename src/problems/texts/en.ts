import type { KnownCode } from '../catalogue/index.ts';
import type { ProblemText } from '../entry.ts';

export const english: Record<KnownCode, ProblemText> = {} as never;
