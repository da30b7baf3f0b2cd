export interface Ranked {
  readonly priority: number;
  readonly weight: number;
}

/**
 * The order in which to try services (RFC 2782): lowest priority first; within one priority a draw in which each has
 * chances in proportion to its weight, and weight 0 nearly none.
 *
 * @param random a number from 0 up to 1, without 1
 */
export function orderServices<T extends Ranked>(services: readonly T[], random: () => number): readonly T[] {
  const priorities = [...new Set(services.map((service) => service.priority))].sort((a, b) => a - b);
  return priorities.flatMap((priority) =>
    drawAll(
      services.filter((service) => service.priority === priority),
      random,
    ),
  );
}

function drawAll<T extends Ranked>(services: readonly T[], random: () => number): T[] {
  // Those without weight go first into the draw, where only a zero hits them; shuffled, so that they share it fairly.
  const weightless = shuffle(
    services.filter((service) => service.weight === 0),
    random,
  );
  const rest = [...weightless, ...services.filter((service) => service.weight !== 0)];
  const drawn: T[] = [];
  while (rest.length > 0) drawn.push(...rest.splice(draw(rest, random), 1));
  return drawn;
}

/** Index of the first whose running sum of weights reaches a random number from 0 to the whole sum. */
function draw(services: readonly Ranked[], random: () => number): number {
  const sum = services.reduce((total, service) => total + service.weight, 0);
  let left = Math.floor(random() * (sum + 1));
  const index = services.findIndex((service) => {
    left -= service.weight;
    return left <= 0;
  });
  return Math.max(index, 0);
}

/** A fair shuffle (Fisher and Yates). */
export function shuffle<T>(items: readonly T[], random: () => number): T[] {
  const rest = [...items];
  const shuffled: T[] = [];
  while (rest.length > 0) shuffled.push(...rest.splice(Math.floor(random() * rest.length), 1));
  return shuffled;
}
