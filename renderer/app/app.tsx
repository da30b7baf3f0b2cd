import { FluentProvider, makeStyles, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import type { AppInfo, WaypostBridge } from '../../electron/contract.ts';
import { createRunStore } from '../run/run-store.ts';
import { corrected } from '../wizard/draft.ts';
import { SetUp } from '../wizard/set-up.tsx';
import { firstSetUp, type SetUpState } from '../wizard/set-up-state.ts';
import { SetUpContext, type SetUpHold } from '../wizard/use-set-up.ts';
import { SpokenContext } from '../words/context.tsx';
import type { Words, WordsLanguage } from '../words/words.ts';
import { Announcer, useAnnouncer } from './announcer.tsx';
import { type AppContext, AppContextValue, type Place } from './context.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { Navigation } from './navigation.tsx';
import { titleOf } from './places.ts';
import { useTheme } from './theme.ts';
import { useMainEvents } from './use-main-events.ts';
import { useSpokenLanguage } from './use-spoken-language.ts';

const Diagnose = lazy(() => import('../diagnosis/diagnose.tsx'));
const Send = lazy(() => import('../message/send.tsx'));
const Settings = lazy(() => import('../settings/settings.tsx'));

interface Props {
  readonly bridge: WaypostBridge;
  /** What is known of the program. Where the page was drawn before anybody could be asked: what was guessed, and then this. */
  readonly told: AppInfo;
  readonly firstWords: { readonly language: WordsLanguage; readonly words: Words };
}

const useStyles = makeStyles({
  provider: { height: '100%' },
  frame: { display: 'flex', flexDirection: 'column', height: '100%', background: tokens.colorNeutralBackground2 },
  screen: { flexGrow: 1, minHeight: 0, overflow: 'auto' },
});

/** The window: its navigation, one screen, and what all screens share. */
export function App({ bridge, told, firstWords }: Props) {
  const styles = useStyles();
  const [info, setInfo] = useState(told);
  const [place, go] = useState<Place>(told.openedFile ? 'diagnose' : 'set-up');
  const [setUp, setSetUp] = useState(() => firstSetUp(told));
  const [before, setBefore] = useState(told);
  if (before !== told) {
    setBefore(told);
    setInfo(told);
    setSetUp((state) => ({ ...state, draft: corrected(state.draft, before, told) }));
    if (told.openedFile) go('diagnose');
  }
  const { said, announce } = useAnnouncer();
  const theme = useTheme(info.settings.appearance);
  const spoken = useSpokenLanguage(info, firstWords);
  const change = useCallback((part: Partial<AppInfo>) => setInfo((before) => ({ ...before, ...part })), []);
  const runs = useMemo(
    () => ({ setUp: createRunStore(bridge), diagnose: createRunStore(bridge), send: createRunStore(bridge) }),
    [bridge],
  );
  const [isAboutOpen, setAboutOpen] = useState(false);
  const about = useMemo(() => ({ isOpen: isAboutOpen, done: () => setAboutOpen(false) }), [isAboutOpen]);
  const showAbout = useCallback(() => setAboutOpen(true), []);
  useMainEvents(bridge, { change, go, showAbout });

  const title = titleOf(place, spoken.words.app);
  useEffect(() => {
    document.title = `${title} – ${spoken.words.app.name}`;
  }, [title, spoken.words.app.name]);

  const app: AppContext = useMemo(
    () => ({ bridge, info, change, runs, go, about, announce }),
    [bridge, info, change, runs, about, announce],
  );
  const hold: SetUpHold = useMemo(
    () => ({
      state: setUp,
      change: (part: Partial<SetUpState>) => setSetUp((before) => ({ ...before, ...part })),
    }),
    [setUp],
  );
  return (
    <SpokenContext value={spoken}>
      <AppContextValue value={app}>
        <SetUpContext value={hold}>
          <FluentProvider theme={theme} className={styles.provider}>
            <div className={styles.frame}>
              <Navigation place={place} />
              <main className={styles.screen} key={place} aria-label={title}>
                <ErrorBoundary>
                  {place === 'set-up' ? <SetUp /> : <Suspense fallback={null}>{laterScreen(place)}</Suspense>}
                </ErrorBoundary>
              </main>
              <Announcer said={said} />
            </div>
          </FluentProvider>
        </SetUpContext>
      </AppContextValue>
    </SpokenContext>
  );
}

function laterScreen(place: Exclude<Place, 'set-up'>) {
  switch (place) {
    case 'diagnose':
      return <Diagnose />;
    case 'send':
      return <Send />;
    case 'settings':
      return <Settings />;
  }
}
