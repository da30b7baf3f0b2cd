/**
 * Does a round again and again. What is compared is measured within one round, one after the other (A B, A B, …), so
 * that a machine that gets slower in the meantime makes both slower. The first rounds warm up and are thrown away.
 */
export async function rounds<T>(count: number, round: () => Promise<T>, warmUps = 2): Promise<readonly T[]> {
  for (let index = 0; index < warmUps; index += 1) await round();
  const results: T[] = [];
  while (results.length < count) results.push(await round());
  return results;
}
