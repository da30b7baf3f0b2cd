import type { messageWords as english } from '../en/message.ts';
import type { Translated } from '../translated.ts';

export const messageWords: Translated<typeof english> = {};
