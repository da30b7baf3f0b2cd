import { afterAll, expect, it } from 'vitest';
import { closeStages, openStage } from './stage.ts';

afterAll(closeStages);

it('opens on the set-up screen', async () => {
  const stage = await openStage();
  expect(await stage.page.getByRole('tab', { selected: true }).innerText()).toBe('Set up mail');
  await stage.picture('shell');
  await stage.close();
});
