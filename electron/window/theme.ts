/** As much of Electron's NativeTheme as is looked at. */
interface Shades {
  readonly shouldUseDarkColors: boolean;
  readonly shouldUseHighContrastColors: boolean;
}

/** What is behind the page until it is painted: the page's own background, so that nothing flashes. */
export function backgroundFor({ shouldUseDarkColors, shouldUseHighContrastColors }: Shades): string {
  if (shouldUseHighContrastColors) return shouldUseDarkColors ? '#000000' : '#ffffff';
  return shouldUseDarkColors ? '#1f1f1f' : '#fafafa';
}
