import { type Theme, webDarkTheme, webLightTheme } from '@fluentui/react-components';
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Settings } from '../../electron/contract.ts';

/** Its red is too dark to be read on its own background (4.2 : 1 where WCAG asks for 4.5); another red of the theme is not. */
const darkTheme: Theme = { ...webDarkTheme, colorStatusDangerForeground1: webDarkTheme.colorPaletteRedForeground1 };

/** Light, dark, or what the system asks for; the system's high contrast goes before each of them. */
export function useTheme(appearance: Settings['appearance']): Theme {
  const isDark = useMedia('(prefers-color-scheme: dark)');
  const isForced = useMedia('(forced-colors: active)');
  const [highContrast, setHighContrast] = useState<Theme | null>(null);
  useEffect(() => {
    if (isForced) void import('./high-contrast.ts').then(({ highContrastTheme }) => setHighContrast(highContrastTheme));
  }, [isForced]);
  if (isForced && highContrast !== null) return highContrast;
  if (appearance !== 'system') return appearance === 'dark' ? darkTheme : webLightTheme;
  return isDark ? darkTheme : webLightTheme;
}

function useMedia(query: string): boolean {
  // Nothing of the markup depends on it, so that the first answer may be the true one. There is no window in a build.
  const matches = () => globalThis.window?.matchMedia(query).matches ?? false;
  return useSyncExternalStore(
    (changed) => {
      const media = window.matchMedia(query);
      media.addEventListener('change', changed);
      return () => media.removeEventListener('change', changed);
    },
    matches,
    matches,
  );
}
