import type { settingsWords as english } from '../en/settings.ts';
import type { Translated } from '../translated.ts';

export const settingsWords: Translated<typeof english> = {};
