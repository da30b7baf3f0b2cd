import { describe, expect, it } from 'vitest';
import { type Custody, custodyStatement } from '../../../src/submission/index.ts';

const reply = { code: 550, enhanced: '5.7.1', text: 'no', meaning: null };
const recipient = (address: string, state: Custody['recipients'][number]['state']) => ({
  address,
  state,
  reply: null,
  dsn: false,
});
const accepted: Omit<Custody, 'statement'> = {
  gateway: 'mail.corp.example',
  state: 'accepted',
  queueId: '4XYZ',
  messageId: '<a@b.example>',
  reply: null,
  recipients: [recipient('bob@partner.example', 'accepted')],
};

describe('the custody statement', () => {
  it.each<[string, Partial<Custody>, string]>([
    ['accepted', {}, 'accepted by mail.corp.example as queue id 4XYZ; delivery beyond it is not guaranteed'],
    [
      'accepted without an id',
      { queueId: null },
      'accepted by mail.corp.example without a queue id in its answer; delivery beyond it is not guaranteed',
    ],
    [
      'accepted for some',
      {
        recipients: [
          recipient('bob@partner.example', 'accepted'),
          recipient('eve@x.example', 'refused'),
          recipient('dan@x.example', 'deferred'),
        ],
      },
      'accepted by mail.corp.example as queue id 4XYZ for 1 of 3 recipients, not for eve@x.example, dan@x.example; delivery beyond it is not guaranteed',
    ],
    [
      'uncertain',
      { state: 'uncertain', queueId: null },
      'uncertain: the whole message was sent to mail.corp.example, but its answer did not arrive; it may or may not have been accepted, and it was not sent again',
    ],
    [
      'refused',
      { state: 'refused', queueId: null, reply, recipients: [recipient('bob@partner.example', 'refused')] },
      'refused by mail.corp.example (550 5.7.1); it has not taken the message',
    ],
    [
      'put off',
      {
        state: 'refused',
        queueId: null,
        reply: { ...reply, code: 451, enhanced: null },
        recipients: [recipient('bob@partner.example', 'deferred')],
      },
      'not accepted by mail.corp.example for now (451); it has not taken the message',
    ],
    ['not sent', { state: 'not-sent', queueId: null }, 'not sent: no gateway has taken the message'],
  ])('says what is known: %s', (_, changes, statement) => {
    expect(custodyStatement({ ...accepted, ...changes })).toBe(statement);
  });

  it('promises delivery in no state', () => {
    for (const state of ['accepted', 'refused', 'uncertain', 'not-sent'] as const) {
      expect(custodyStatement({ ...accepted, state })).not.toMatch(/\bdelivered\b|will be delivered|arrived at/);
    }
  });
});
