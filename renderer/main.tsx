import { type ReactNode, useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { bridge } from './bridge/bridge.ts';
import { languageFor, loadWords } from './words/words.ts';

async function start(root: HTMLElement): Promise<void> {
  // Most probably these words; they load while the main process answers.
  void loadWords(languageFor('system', navigator.language));
  const info = await bridge.call('app.info');
  const language = languageFor(info.settings.language, info.locale);
  const words = await loadWords(language);
  createRoot(root).render(
    <Usable>
      <App bridge={bridge} firstInfo={info} firstWords={{ language, words }} />
    </Usable>,
  );
}

/** Marks on the window's own clock when its first screen can be used; start-up is measured by it. */
function Usable({ children }: { readonly children: ReactNode }) {
  useEffect(() => {
    requestAnimationFrame(() => performance.mark('usable'));
  }, []);
  return children;
}

const root = document.getElementById('root');
if (root) void start(root);
