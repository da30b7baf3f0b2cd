import { expect, it } from 'vitest';
import { clientNames, clientNotes } from '../../../../electron/contract.ts';
import { clientNames as known, noteCodes } from '../../../../src/clients/index.ts';

it('the window knows every client and every note that there is, and no other', () => {
  expect(clientNames).toEqual(known);
  expect(clientNotes).toEqual(noteCodes);
});
