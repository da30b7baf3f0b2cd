import { createRoot, hydrateRoot } from 'react-dom/client';
import { bridge } from './bridge/bridge.ts';
import { type GuessedLanguage, guess } from './first-screen/guess.ts';
import { Opening } from './first-screen/opening.tsx';
import { endWaiting, isWaiting } from './first-screen/waiting.ts';
import { languageFor, loadWords, type WordsLanguage } from './words/words.ts';

async function start(root: HTMLElement): Promise<void> {
  const drawnIn = isWaiting() ? languageDrawn() : null;
  // Most probably these words; they load while the main process answers.
  void loadWords(drawnIn ?? languageFor('system', navigator.language));
  const info = await bridge.call('app.info');
  const language: WordsLanguage = drawnIn ?? languageFor(info.settings.language, info.locale);
  const words = { language, words: await loadWords(language) };
  const guessed = drawnIn && guess(drawnIn);
  const opening = <Opening bridge={bridge} guessed={guessed} info={info} words={words} onOpen={opened} />;
  if (guessed === null) createRoot(root).render(opening);
  else hydrateRoot(root, opening);
}

function languageDrawn(): GuessedLanguage {
  return document.documentElement.lang === 'de' ? 'de' : 'en';
}

/** Marks on the window's own clock what start-up is measured by. */
function opened(): void {
  endWaiting();
  requestAnimationFrame(() => {
    if (performance.getEntriesByName('usable').length === 0) performance.mark('usable');
    performance.mark('loaded');
  });
}

const root = document.getElementById('root');
if (root) void start(root);
