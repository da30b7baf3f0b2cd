import { createDOMRenderer, RendererProvider, renderToStyleElements } from '@fluentui/react-components';
import { renderToString } from 'react-dom/server';
import type { Settings, WaypostBridge } from '../../electron/contract.ts';
import { titleOf } from '../app/places.ts';
import { loadWords } from '../words/words.ts';
import { type GuessedLanguage, guess } from './guess.ts';
import { Opening } from './opening.tsx';

export interface Drawn {
  readonly title: string;
  readonly markup: string;
  /** The theme's variables. */
  readonly theme: string;
  /** The rules of everything that is shown. */
  readonly rules: string;
}

/** Nobody can be asked while the program is built. */
const bridge: WaypostBridge = { call: () => Promise.reject(new Error('not now')), on: () => () => {} };

/** Draws the first screen while the program is built; `Opening` takes the very same elements over. */
export async function draw(language: GuessedLanguage, appearance: Settings['appearance']): Promise<Drawn> {
  const known = guess(language);
  const info = { ...known, settings: { ...known.settings, appearance } };
  const words = await loadWords(language);
  const renderer = createDOMRenderer();
  const html = renderToString(
    <RendererProvider renderer={renderer}>
      <Opening bridge={bridge} guessed={info} info={info} words={{ language, words }} onOpen={() => {}} />
    </RendererProvider>,
  );
  const style = /<style[^>]*>([^<]*)<\/style>/;
  return {
    title: `${titleOf('set-up', words.app)} – ${words.app.name}`,
    markup: html.replace(style, ''),
    theme: style.exec(html)?.[1] ?? '',
    rules: renderToStyleElements(renderer).map(cssOf).join('\n'),
  };
}

function cssOf(element: React.ReactElement): string {
  const { dangerouslySetInnerHTML: inner } = element.props as { dangerouslySetInnerHTML?: { __html: string } };
  return inner?.__html ?? '';
}
