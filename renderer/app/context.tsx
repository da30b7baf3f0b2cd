import { createContext, useContext } from 'react';
import type { AppInfo, WaypostBridge } from '../../electron/contract.ts';
import type { RunStore } from '../run/run-store.ts';

export type Place = 'set-up' | 'diagnose' | 'send' | 'settings';

/** Something that a screen is to show once it is there. */
export interface Errand {
  readonly isOpen: boolean;
  done(): void;
}

/** What every screen may need. */
export interface AppContext {
  readonly bridge: WaypostBridge;
  /** As it is now: settings, policy, stores and the demo change while the window is open. */
  readonly info: AppInfo;
  change(part: Partial<AppInfo>): void;
  /** Each screen that runs something has a run of its own, which lives on while another screen is shown. */
  readonly runs: { readonly setUp: RunStore; readonly diagnose: RunStore; readonly send: RunStore };
  go(place: Place): void;
  /** The menu asked what this program is. */
  readonly about: Errand;
  /** Says something to a screen reader without moving anything. */
  announce(text: string): void;
}

export const AppContextValue = createContext<AppContext | null>(null);

export function useApp(): AppContext {
  const app = useContext(AppContextValue);
  if (app === null) throw new Error('outside of the app');
  return app;
}
