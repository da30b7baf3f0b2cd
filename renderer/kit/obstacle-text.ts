import type { Obstacle } from '../run/run-store.ts';
import type { Words } from '../words/words.ts';

/** Why nothing was started, and what to do. `failed` is what the screen says when the program itself is at fault. */
export function obstacleText(obstacle: Obstacle, failed: string, words: Words['app']): string {
  return obstacle.kind === 'too-many' ? words.tooManyRuns(obstacle.most) : failed;
}
