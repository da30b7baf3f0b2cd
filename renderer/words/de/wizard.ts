import type { wizardWords as english } from '../en/wizard.ts';
import type { Translated } from '../translated.ts';

export const wizardWords: Translated<typeof english> = {};
