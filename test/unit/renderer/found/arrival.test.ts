import { describe, expect, it } from 'vitest';
import { arrivalWords } from '../../../../renderer/found/arrival/arrival-words.ts';
import { delayWords, legWords } from '../../../../renderer/found/arrival/leg-words.ts';
import { stopsOf } from '../../../../renderer/found/arrival/way.ts';
import { loadWords } from '../../../../renderer/words/words.ts';
import { problem } from '../../../../src/problems/index.ts';
import type { CustodyReport } from '../../../../src/run/index.ts';
import { aCustody, aHop, aNotice, anArrival, aRecipient, longWay } from '../../../fakes/found-chain.ts';
import { type RecordedProbe, recordedReport } from '../../../fakes/recorded-run.ts';

const english = { words: await loadWords('en'), language: 'en', locale: 'en-GB' } as const;
const german = { words: await loadWords('de'), language: 'de', locale: 'de-DE' } as const;

function news(
  custody: CustodyReport,
  look: Partial<RecordedProbe> | null = {},
  spoken = english as typeof english | typeof german,
) {
  const probes: RecordedProbe[] = [{ id: 'message.submit', chain: { custody } }];
  const looked = look === null ? [] : [{ id: 'custody.read-back', ...look }];
  const report = recordedReport([...probes, ...looked]);
  return arrivalWords(report, spoken).map((text) => text.replaceAll('\u00a0', ' '));
}

describe('what is known of a message beyond the gateway', () => {
  it('is nothing where nobody looked', () => {
    expect(news(aCustody(), null)).toEqual([]);
  });

  it('is that it arrived, where and after how long, in both languages', () => {
    const custody = aCustody({ arrival: anArrival() });
    expect(news(custody)).toEqual(['It arrived in INBOX after 1.8 s.']);
    expect(news(custody, {}, german)).toEqual(['Nach 1,8 s in INBOX angekommen.']);
  });

  it('names the folder for junk', () => {
    const arrival = anArrival({ folder: 'Junk\u202eE-mail', role: 'junk', after: 75_000 });
    expect(news(aCustody({ arrival }))).toEqual(['It arrived in the junk folder Junk\\u{202e}E-mail after 1 min.']);
  });

  it('says how long it was looked for and where, when it was not seen', () => {
    const missed = problem('custody.not-arrived', { seconds: 30, host: 'imap.corp.example' });
    expect(news(aCustody(), { outcome: 'warned', problems: [missed] })).toEqual([
      'It was looked for on imap.corp.example for 30 s, and was not seen. It may still be on its way.',
    ]);
  });

  it('says of each notice whose word it is, the worst first, those of one kind together', () => {
    const refused = aNotice({ action: 'failed', status: '5.1.1', reportedBy: 'mail.corp.example' });
    const recipients = [
      aRecipient('bob@partner.example', { notice: aNotice() }),
      aRecipient('dan@partner.example', { notice: aNotice() }),
      aRecipient('eve@partner.example', { notice: refused }),
      aRecipient('list@partner.example', { notice: aNotice({ action: 'relayed', reportedBy: null }) }),
    ];
    expect(news(aCustody({ recipients }))).toEqual([
      'mail.corp.example says: could not be passed on to eve@partner.example; nobody tries again.',
      'mx.partner.example says: delivered to bob@partner.example and dan@partner.example.',
      'A delivery notice says: passed on for list@partner.example to a server that sends no notices.',
    ]);
  });

  it('names a few of many recipients and counts the rest', () => {
    const recipients = Array.from({ length: 40 }, (_, i) => aRecipient(`p${i}@partner.example`, { notice: aNotice() }));
    expect(news(aCustody({ recipients }))[0]).toMatch(/p0@partner\.example, .*p4@partner\.example and 35 more\.$/);
  });

  it('says that a notice that was asked for has not been seen yet, once somebody has looked', () => {
    const custody = aCustody({ recipients: [aRecipient('bob@partner.example', { dsn: true })] });
    expect(news(custody)).toEqual(['No delivery notice about bob@partner.example has been seen yet.']);
    expect(news(custody, { outcome: 'unknown' })).toEqual([]);
  });

  it('does not pass over the other recipients when one of them is known to have it', () => {
    const recipients = [aRecipient('alice@corp.example'), aRecipient('bob@partner.example')];
    expect(news(aCustody({ recipients, arrival: anArrival() }))).toEqual([
      'It arrived in INBOX after 1.8 s.',
      'What became of it for the other recipients is not known.',
    ]);
  });
});

describe('the way of a message', () => {
  const stops = stopsOf({ hops: longWay });
  const plain = (text: string) => text.replaceAll('\u00a0', ' ');

  it('begins with whoever handed it in and goes on from server to server', () => {
    expect(stops.map(({ host }) => host)).toEqual([
      '[10.1.2.3]',
      'mail.corp.example',
      'scanner.with-a-very-long-name-that-hardly-fits.security.corp.example',
      'mx2.corp.example',
      'imap\u202eevil.example',
    ]);
  });

  it('tells each delay, and says of a negative one that the clocks disagree', () => {
    const told = stops.flatMap(({ leg }) => (leg === null ? [] : [plain(delayWords(leg, english))]));
    expect(told).toEqual([
      'handed in',
      '1 s later',
      '3 min later',
      '3 s earlier: the clocks of these servers disagree',
    ]);
  });

  it('draws each delay by its part of the longest, and none for clocks that disagree', () => {
    expect(stops.map(({ leg }) => leg?.share ?? 0).map((share) => Math.round(share * 1_000))).toEqual([
      0, 0, 6, 1_000, 0,
    ]);
    expect(stops.map(({ leg }) => leg?.isLongest ?? false)).toEqual([false, false, false, true, false]);
  });

  it('says whether a hop was encrypted, or that it is not told, and who handed over where that is another', () => {
    const said = stops.flatMap(({ leg }) => (leg === null ? [] : [legWords(leg, english).join(' · ')]));
    expect(said[0]).toMatch(/^ESMTPSA · encrypted · .* · id 4XYZ1$/);
    expect(said[1]).toMatch(/^ESMTP · not encrypted · /);
    expect(said[2]).toMatch(/^ESMTPS · encrypted · taken from scanner-out\.corp\.example · /);
    expect(said[3]).toMatch(/^LMTP · encryption not told · /);
  });

  it('is told where servers name neither themselves nor a time', () => {
    const [first, second] = stopsOf({ hops: [aHop({ from: 'a.example' }), aHop({ delay: 0 })] }).slice(1);
    expect(first?.host).toBeNull();
    expect(second?.leg && delayWords(second.leg, english)).toBe('within the same second');
  });

  it('is empty where no server has left a trace', () => {
    expect(stopsOf({ hops: [] })).toEqual([]);
  });
});
