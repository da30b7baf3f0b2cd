import { expect, it } from 'vitest';
import { bounded } from '../../../../electron/launch/index.ts';

it('waits for what ends, well or badly', async () => {
  let ended = false;
  await bounded(
    Promise.resolve().then(() => {
      ended = true;
    }),
    60_000,
  );
  expect(ended).toBe(true);
  await expect(bounded(Promise.reject(new Error('no')), 60_000)).resolves.toBeUndefined();
});

it('does not wait for ever', async () => {
  await expect(bounded(new Promise(() => {}), 1)).resolves.toBeUndefined();
});
