import type { Words } from '../words/words.ts';
import type { Place } from './context.tsx';

/** The screens, in the order of the navigation. */
export const places: readonly Place[] = ['set-up', 'diagnose', 'send', 'settings'];

export function titleOf(place: Place, words: Words['app']): string {
  return { 'set-up': words.setUp, diagnose: words.diagnose, send: words.send, settings: words.settings }[place];
}
