import { useEffect } from 'react';
import type { AppInfo, MenuCommand, WaypostBridge } from '../../electron/contract.ts';
import type { Place } from './context.tsx';

/** Screens that a command of the menu leads to. What a command does beyond that is its screen's. */
const leads: Partial<Record<MenuCommand, Place>> = {
  'set-up': 'set-up',
  diagnose: 'diagnose',
  send: 'send',
  settings: 'settings',
  about: 'settings',
};

interface Doors {
  change(part: Partial<AppInfo>): void;
  go(place: Place): void;
  showAbout(): void;
}

/** Takes in what the main process tells unasked. */
export function useMainEvents(bridge: WaypostBridge, { change, go, showAbout }: Doors): void {
  useEffect(() => {
    const ends = [
      bridge.on('settings.changed', (settings) => change({ settings })),
      bridge.on('secrets.changed', (secrets) => change({ secrets })),
      bridge.on('update.changed', (update) => change({ update })),
      bridge.on('file.opened', () => {
        change({ openedFile: true });
        go('diagnose');
      }),
      bridge.on('menu.command', (command) => {
        const place = leads[command];
        if (place !== undefined) go(place);
        if (command === 'about') showAbout();
      }),
    ];
    // What changed after the first answer and before anybody listened.
    void bridge.call('app.info').then(({ settings, secrets, update }) => change({ settings, secrets, update }));
    return () => {
      for (const end of ends) end();
    };
  }, [bridge, change, go, showAbout]);
}
