import { FluentProvider, webDarkTheme, webLightTheme } from '@fluentui/react-components';
import { createElement, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { AppInfo, Opened, WaypostBridge } from '../../electron/contract.ts';
import { AppContextValue } from '../../renderer/app/context.tsx';
import { Compare, History } from '../../renderer/diagnosis/history/index.ts';
import { OpenFile, Replay } from '../../renderer/diagnosis/replay/index.ts';
import {
  AccountView,
  ArrivalView,
  CertificateView,
  DcTable,
  MailboxView,
  PermissionTable,
  RoutePicture,
  SettingsView,
  SuffixTable,
  Transcript,
  Waterfall,
} from '../../renderer/diagnosis/views/index.ts';
import { createRunStore } from '../../renderer/run/run-store.ts';
import { SpokenContext } from '../../renderer/words/context.tsx';
import { loadWords, type WordsLanguage } from '../../renderer/words/words.ts';
import { type Report, type RunEvent, replay } from '../../src/run/index.ts';

const views = {
  AccountView,
  ArrivalView,
  CertificateView,
  DcTable,
  MailboxView,
  PermissionTable,
  RoutePicture,
  SettingsView,
  SuffixTable,
  Transcript,
};

/** What a test wants to see, alone on a page. */
export interface Scene {
  readonly view: keyof typeof views | 'Waterfall' | 'History' | 'Compare' | 'Replay' | 'OpenFile';
  readonly events: readonly RunEvent[];
  readonly other?: readonly RunEvent[];
  readonly language?: WordsLanguage;
  readonly dark?: boolean;
}

/** What the views told their owner, for a test to ask. */
interface Told {
  selected: string | null;
  opened: Opened | null;
  shown: { readonly at: number; readonly probes: number; readonly outcome: string | null } | null;
}

export interface ViewsWindow {
  readonly waypost: WaypostBridge;
  readonly told: Told;
  show(scene: Scene): Promise<void>;
}

const page = window as unknown as { -readonly [K in keyof ViewsWindow]: ViewsWindow[K] };
page.told = { selected: null, opened: null, shown: null };
const heading = { fontSize: 12, lineHeight: '16px', margin: 0 };
const root = createRoot(document.querySelector('main') ?? document.body);

page.show = async ({ view, events, other = [], language = 'en', dark = false }) => {
  const words = await loadWords(language);
  const locale = language === 'de' ? 'de-DE' : 'en-GB';
  document.documentElement.lang = language === 'de' ? 'de' : 'en';
  const bridge = page.waypost;
  const info = await bridge.call('app.info');
  const runs = { setUp: createRunStore(bridge), diagnose: createRunStore(bridge), send: createRunStore(bridge) };
  const app = {
    bridge,
    info: info as AppInfo,
    change: () => {},
    runs,
    go: () => {},
    about: { isOpen: false, done() {} },
    announce: () => {},
  };
  const shown = scene(view, replay(events), replay(other), events);
  const themed = createElement(
    FluentProvider,
    { theme: dark ? webDarkTheme : webLightTheme, style: { minHeight: '100%', padding: 16, boxSizing: 'border-box' } },
    createElement('h1', { style: heading }, view),
    createElement('h2', { style: heading }, language),
    shown,
  );
  const spoken = { words, language, locale };
  root.render(
    createElement(
      SpokenContext,
      { value: spoken },
      createElement(AppContextValue, { value: app, key: `${view} ${language}` }, themed),
    ),
  );
};

function scene(view: Scene['view'], report: Report, other: Report, events: readonly RunEvent[]) {
  switch (view) {
    case 'Waterfall':
      return createElement(SelectableWaterfall, { report });
    case 'History':
      return createElement(History, { current: report, onOpen: (opened: Opened) => void keepOpened(opened) });
    case 'Compare':
      return createElement(Compare, { left: other, right: report });
    case 'Replay':
      return createElement(Replay, {
        events,
        onChange: ({ report: now, at }) => {
          const done = now.probes.filter(({ outcome }) => outcome !== 'waiting' && outcome !== 'running').length;
          page.told.shown = { at, probes: done, outcome: now.outcome };
        },
      });
    case 'OpenFile':
      return createElement(OpenFile, { onOpened: keepOpened });
    default:
      return createElement(views[view], { report });
  }
}

async function keepOpened(opened: Opened): Promise<void> {
  page.told.opened = opened;
}

function SelectableWaterfall({ report }: { readonly report: Report }) {
  const [selected, setSelected] = useState<string | null>(null);
  const onSelect = (probe: string) => {
    page.told.selected = probe;
    setSelected(probe);
  };
  return createElement(Waterfall, { report, selected, onSelect });
}

// What the window says when everything works.
performance.mark('loaded');
