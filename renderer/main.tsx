import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { bridge } from './bridge/bridge.ts';
import { languageFor, loadWords } from './words/words.ts';

async function start(root: HTMLElement): Promise<void> {
  const info = await bridge.call('app.info');
  const language = languageFor(info.settings.language, info.locale);
  const words = await loadWords(language);
  createRoot(root).render(<App bridge={bridge} firstInfo={info} firstWords={{ language, words }} />);
}

const root = document.getElementById('root');
if (root) void start(root);
