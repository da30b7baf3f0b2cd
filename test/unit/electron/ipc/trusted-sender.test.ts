import { expect, it } from 'vitest';
import { isOurFrame } from '../../../../electron/ipc/index.ts';

it('trusts the main frame that shows our page, and no other', () => {
  const ours = { origin: 'app://waypost', parent: null };
  expect(isOurFrame(ours)).toBe(true);
  expect(isOurFrame({ origin: 'app://waypost', parent: ours })).toBe(false);
  expect(isOurFrame({ origin: 'app://waypost.example', parent: null })).toBe(false);
  expect(isOurFrame({ origin: 'https://waypost', parent: null })).toBe(false);
  expect(isOurFrame({ origin: 'null', parent: null })).toBe(false);
});

it('does not trust a frame that has gone', () => {
  expect(isOurFrame(null)).toBe(false);
  expect(isOurFrame(undefined)).toBe(false);
});
