import { existsSync } from 'node:fs';
import { type FirstScreen, spoken } from './first-screen.ts';
import { recallFirstScreen } from './memory.ts';

export interface Beginning {
  /** Where this user's data is. */
  readonly folder: string;
  /** Of the system, BCP 47. */
  readonly locale: string;
  readonly platform: NodeJS.Platform;
  readonly demo: boolean;
}

const nothing: FirstScreen = { language: null, appearance: 'system' };

/**
 * What the first screen will most probably be, without waiting for anything: as it was left, or as it is on a computer
 * that nobody has set up. A wrong guess is corrected as soon as the settings and the policy have been read.
 */
export function guessFirstScreen({ folder, locale, platform, demo }: Beginning): FirstScreen {
  const left = recallFirstScreen(folder);
  if (left !== null) return left;
  return demo || isFreeOfPolicy(platform) ? { ...nothing, language: spoken('system', locale) } : nothing;
}

/** Elsewhere a policy can stand where it takes longer to look. */
function isFreeOfPolicy(platform: NodeJS.Platform): boolean {
  return platform === 'linux' && !existsSync('/etc/waypost/policy.json');
}
