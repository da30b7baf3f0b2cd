import { describe, expect, it } from 'vitest';
import { print, reportLines, type Style, safeReport } from '../../../../src/cli/render/index.ts';
import { recordedReport } from '../../../fakes/recorded-run.ts';
import { arrivedChain } from '../../../fakes/sample-chain.ts';

const style: Style = { columns: 80, color: false, unicode: true };

describe('a message that was seen in the mailbox', () => {
  it('is said to have arrived, with the way that it came', () => {
    const report = safeReport(recordedReport(arrivedChain, { duration: 1_910 }), style);
    const lines = reportLines(report, style, { verbose: false, transcript: false }).map((line) => print(line, style));
    expect(
      lines.slice(4).join('\n'),
    ).toBe(`message ✓ accepted by mail.corp.example  queue id 4XYZ1abcz23             150 ms
mailbox ✓ IMAP 993 TLS           signed in           512 MB of 2 GB used   90 ms
arrival ✓ INBOX                  after 1.8 s         2 hops                1.5 s

The way of the message, as each server tells it
  taken by            from                 protocol  encrypted  delay
  mail.corp.example   client.corp.example  ESMTPSA   yes
    id: 4XYZ1abcz23
    at: 2026-11-24T08:00:01.000Z
  store.corp.example  mail.corp.example    LMTP      no         1.0 s
    at: 2026-11-24T08:00:02.000Z

Accepted by mail.corp.example as queue id 4XYZ1abcz23; arrived in INBOX after
1.8 s.
Passed in 1.91 s.`);
  });
});
