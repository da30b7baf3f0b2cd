import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import { onFirstKey } from '../../../../electron/services/first-key.ts';

it('tells of the first key once, and of no movement of the mouse', () => {
  const contents = new EventEmitter();
  let told = 0;
  onFirstKey(contents, () => {
    told += 1;
  });
  contents.emit('input-event', {}, { type: 'mouseMove' });
  expect(told).toBe(0);
  for (let press = 0; press < 2; press++) contents.emit('input-event', {}, { type: 'rawKeyDown' });
  expect(told).toBe(1);
  expect(contents.listenerCount('input-event')).toBe(0);
});
