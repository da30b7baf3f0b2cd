import { describe, expect, it } from 'vitest';
import { reportSchema } from '../../../src/run/report/schema.ts';
import { recordedReport } from '../../fakes/recorded-run.ts';
import { soundChain } from '../../fakes/sample-chain.ts';

describe('a report of a version that knew no mailboxes', () => {
  it('still opens, and says nothing about them', () => {
    const now = recordedReport(soundChain);
    const { mailbox: _, custody, ...chain } = now.chain;
    const { arrival: __, ...kept } = custody ?? { arrival: null };
    const recipient = { address: 'bob@partner.example', state: 'accepted', reply: null, dsn: false };
    const old = { ...now, chain: { ...chain, custody: { ...kept, recipients: [recipient] } } };
    expect(reportSchema.parse(old).chain).toMatchObject({
      mailbox: null,
      custody: { arrival: null, recipients: [{ ...recipient, notice: null }] },
    });
  });
});
