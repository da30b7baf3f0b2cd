import type { Result, TextFlaw } from '../../core/index.ts';

/** What a text stands for, or what is wrong with it. */
export type Parsed<T> = Result<T, TextFlaw>;
