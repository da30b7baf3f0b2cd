import { useEffect, useLayoutEffect, useState } from 'react';
import type { AppInfo, WaypostBridge } from '../../electron/contract.ts';
import { App } from '../app/app.tsx';
import type { Words, WordsLanguage } from '../words/words.ts';

interface Props {
  readonly bridge: WaypostBridge;
  /** What the page was drawn from before the program was there; null where it showed nothing yet. */
  readonly guessed: AppInfo | null;
  readonly info: AppInfo;
  readonly words: { readonly language: WordsLanguage; readonly words: Words };
  /** Everything works now, and nothing waits any longer. */
  onOpen(): void;
}

/** The window as the page shows it already, then, before anybody sees it again, as it is. */
export function Opening({ bridge, guessed, info, words, onOpen }: Props) {
  const [told, setTold] = useState(guessed ?? info);
  useLayoutEffect(() => setTold(info), [info]);
  useEffect(() => {
    if (told === info) onOpen();
  }, [told, info, onOpen]);
  return <App bridge={bridge} told={told} firstWords={words} />;
}
