import { FluentProvider, makeStyles, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import type { AppInfo, WaypostBridge } from '../../electron/contract.ts';
import { createRunStore } from '../run/run-store.ts';
import { SetUp } from '../wizard/set-up.tsx';
import { type Spoken, SpokenContext } from '../words/context.tsx';
import { languageFor, loadWords, type Words, type WordsLanguage } from '../words/words.ts';
import { Announcer, useAnnouncer } from './announcer.tsx';
import { type AppContext, AppContextValue, type Place } from './context.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { Navigation } from './navigation.tsx';
import { useTheme } from './theme.ts';

const Diagnose = lazy(() => import('../diagnosis/diagnose.tsx'));
const Send = lazy(() => import('../message/send.tsx'));
const Settings = lazy(() => import('../settings/settings.tsx'));

interface Props {
  readonly bridge: WaypostBridge;
  readonly firstInfo: AppInfo;
  readonly firstWords: { readonly language: WordsLanguage; readonly words: Words };
}

const useStyles = makeStyles({
  provider: { height: '100%' },
  frame: { display: 'flex', flexDirection: 'column', height: '100%', background: tokens.colorNeutralBackground2 },
  screen: { flexGrow: 1, minHeight: 0, overflow: 'auto' },
});

export function App({ bridge, firstInfo, firstWords }: Props) {
  const styles = useStyles();
  const [info, setInfo] = useState(firstInfo);
  const [place, go] = useState<Place>('set-up');
  const [{ language, words }, setWords] = useState(firstWords);
  const { said, announce } = useAnnouncer();
  const theme = useTheme(info.settings.appearance);
  const change = useCallback((part: Partial<AppInfo>) => setInfo((before) => ({ ...before, ...part })), []);
  const runs = useMemo(
    () => ({ setUp: createRunStore(bridge), diagnose: createRunStore(bridge), send: createRunStore(bridge) }),
    [bridge],
  );

  const wanted = languageFor(info.settings.language, info.locale);
  useEffect(() => {
    let current = true;
    void loadWords(wanted).then((loaded) => current && setWords({ language: wanted, words: loaded }));
    document.documentElement.lang = wanted === 'pseudo' ? 'en' : wanted;
    return () => {
      current = false;
    };
  }, [wanted]);

  useEffect(() => {
    const ends = [
      bridge.on('settings.changed', (settings) => change({ settings })),
      bridge.on('secrets.changed', (secrets) => change({ secrets })),
      bridge.on('update.changed', (update) => change({ update })),
      bridge.on('menu.command', (command) => {
        if (command === 'set-up' || command === 'diagnose' || command === 'send' || command === 'settings') go(command);
      }),
    ];
    return () => {
      for (const end of ends) end();
    };
  }, [bridge, change]);

  const spoken: Spoken = useMemo(
    () => ({ words, language, locale: localeFor(language, info.locale) }),
    [words, language, info.locale],
  );
  const app: AppContext = useMemo(
    () => ({ bridge, info, change, runs, go, announce }),
    [bridge, info, change, runs, announce],
  );
  return (
    <SpokenContext value={spoken}>
      <AppContextValue value={app}>
        <FluentProvider theme={theme} className={styles.provider}>
          <div className={styles.frame}>
            <Navigation place={place} />
            <main className={styles.screen} key={place}>
              <ErrorBoundary>
                <Suspense fallback={null}>{screenOf(place)}</Suspense>
              </ErrorBoundary>
            </main>
            <Announcer said={said} />
          </div>
        </FluentProvider>
      </AppContextValue>
    </SpokenContext>
  );
}

function screenOf(place: Place) {
  switch (place) {
    case 'set-up':
      return <SetUp />;
    case 'diagnose':
      return <Diagnose />;
    case 'send':
      return <Send />;
    case 'settings':
      return <Settings />;
  }
}

/** Dates and numbers as in the person's own country, when that speaks the language that is shown. */
function localeFor(language: WordsLanguage, system: string): string {
  if (system.toLowerCase().startsWith(language)) return system;
  return language === 'de' ? 'de-DE' : 'en-GB';
}
