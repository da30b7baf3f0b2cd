import { describe, expect, it } from 'vitest';
import type { DeliveryNotice } from '../../../src/run/index.ts';
import { type Custody, custodyStatement } from '../../../src/submission/index.ts';

const reply = { code: 550, enhanced: '5.7.1', text: 'no', meaning: null };
const recipient = (address: string, state: Custody['recipients'][number]['state']) => ({
  address,
  state,
  reply: null,
  dsn: false,
  notice: null,
});
const noticed = (address: string, action: DeliveryNotice['action']) => ({
  ...recipient(address, 'accepted'),
  notice: { action, status: '2.0.0', diagnostic: null, remoteMta: null, reportedBy: 'mx.x.example' },
});
const accepted: Omit<Custody, 'statement'> = {
  gateway: 'mail.corp.example',
  state: 'accepted',
  queueId: '4XYZ',
  messageId: '<a@b.example>',
  reply: null,
  recipients: [recipient('bob@partner.example', 'accepted')],
  arrival: null,
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
    [
      'seen in the mailbox',
      { arrival: { folder: 'INBOX', role: 'inbox', after: 1_840, hops: [] } },
      'accepted by mail.corp.example as queue id 4XYZ; arrived in INBOX after 1.8 s',
    ],
    [
      'noticed for each recipient',
      {
        recipients: [
          noticed('bob@partner.example', 'delivered'),
          noticed('eve@x.example', 'failed'),
          noticed('dan@x.example', 'relayed'),
        ],
      },
      'accepted by mail.corp.example as queue id 4XYZ; delivered to bob@partner.example (2.0.0, according to mx.x.example); passed on, to where nobody reports, for dan@x.example (2.0.0, according to mx.x.example); not delivered to eve@x.example (2.0.0, according to mx.x.example); nothing more is known',
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
