import { describe, expect, it } from 'vitest';
import {
  foreignWords,
  missingWords,
  namersOf,
  reasonWords,
  serviceWords,
  signInFacts,
} from '../../../../renderer/found/settings/server-words.ts';
import { answerWords, faultsOf, originsOf, toneOf, worthOf } from '../../../../renderer/found/settings/source-words.ts';
import { loadWords } from '../../../../renderer/words/words.ts';
import { problem } from '../../../../src/problems/index.ts';
import { type FoundSettings, heardSources, type RankedServer } from '../../../../src/run/index.ts';
import { aServer } from '../../../fakes/found-chain.ts';
import { type RecordedProbe, recordedReport } from '../../../fakes/recorded-run.ts';

const english = { words: await loadWords('en'), language: 'en', locale: 'en-GB' } as const;
const german = { words: await loadWords('de'), language: 'de', locale: 'de-DE' } as const;

describe('a server in the ranking', () => {
  it('has one sentence for each reason, in both languages', () => {
    const reasons = Object.keys(english.words.found.settings.reasons) as RankedServer['reason'][];
    for (const reason of reasons) {
      expect(reasonWords(aServer({ reason }), english)).toMatch(/^(Chosen|Not chosen|Rejected), because .*\.$/);
      expect(reasonWords(aServer({ reason }), german)).toMatch(/^(Gewählt|Nicht gewählt|Verworfen), weil .*\.$/);
    }
  });

  it('that was not reached says what went wrong', () => {
    const fault = problem('net.refused', { host: 'imap.corp.example', port: 993 });
    const server = aServer({ verdict: 'rejected', reason: 'unreachable', verified: false, fault });
    expect(reasonWords(server, english)).toMatch(/^Rejected: .*imap\.corp\.example.*\.$/);
  });

  it('says what it is for, how it is reached, and whether it proved its name', () => {
    expect(serviceWords(aServer(), english)).toBe('incoming mail (IMAP) · port 993 · TLS from the start · name proven');
    expect(serviceWords(aServer({ verified: null, security: 'starttls' }), german)).toBe(
      'eingehende Mail (IMAP) · Port 993 · STARTTLS · nicht versucht',
    );
  });

  it('outside the approved domains says that this is asked before a password goes there', () => {
    expect(foreignWords(aServer({ approved: null }), english)).toContain('outside the approved domains');
    expect(foreignWords(aServer({ approved: null, verdict: 'rejected' }), english)).toBe('');
    expect(foreignWords(aServer(), english)).toBe('');
  });

  it('names each of its sources once', () => {
    const source = { source: 'dns', origin: 'x', trust: 'dns' } as const;
    const sources = [source, source, { ...source, source: 'autoconfig' } as const];
    expect(namersOf(aServer({ sources }), english)).toBe('SRV records and autoconfig');
  });

  it('shows what a source calls the user inertly, and why a password may go there in the language that is spoken', () => {
    const facts = signInFacts(aServer({ user: 'a\u202eb' }), german);
    expect(facts).toEqual([
      { name: 'Anmeldung', value: 'Kennwort' },
      { name: 'Benutzername', value: 'a\\u{202e}b' },
      { name: 'Kennwort', value: 'darf hierhin gesendet werden, aufgrund von: Domäne des Anmeldenamens' },
    ]);
  });
});

const answer: FoundSettings = {
  origin: 'https://autoconfig.corp.example/mail/config-v1.1.xml',
  trust: 'https',
  provider: null,
  servers: [aServer(), aServer({ service: 'submission' })],
  documentation: [],
};

const loginPage = problem('settings.not-settings', { url: answer.origin, what: 'a web page' });

/** A run with one source in it. */
function autoconfig(probe: Partial<RecordedProbe>, answers: readonly FoundSettings[] | null) {
  const settings = { address: null, domain: 'corp.example', autoconfig: answers };
  const report = recordedReport([{ id: 'settings.autoconfig', duration: 134, ...probe, chain: { settings } }]);
  const source = heardSources(report).find(({ name }) => name === 'autoconfig');
  if (source === undefined) throw new Error('no such source');
  return source;
}

describe('a source of settings', () => {
  it('says how many servers it named, what that is worth and how long it took', () => {
    const source = autoconfig({}, [answer, answer]);
    expect(answerWords(source, english)).toBe('4 servers');
    expect(worthOf(source, english)).toEqual(['from a proven web server of the domain', '134\u00a0ms']);
    expect(originsOf(source)).toEqual([answer.origin]);
    expect(toneOf(source)).toBe('good');
  });

  it.each([
    [{}, [], 'nothing', 'quiet'],
    [{ outcome: 'failed' }, null, 'not heard', 'bad'],
    [{ outcome: 'unknown' }, null, 'not heard', 'warning'],
    [{ outcome: 'warned', problems: [loginPage] }, null, 'no settings', 'warning'],
    [
      { outcome: 'skipped', because: { kind: 'not-applicable' } },
      null,
      'given up, because enough had been found',
      'quiet',
    ],
    [
      { outcome: 'skipped', because: { kind: 'needs', probe: 'ldap.sign-in' } },
      null,
      'not asked: it takes a sign-in',
      'quiet',
    ],
  ] as const)('%j that answered %j: %s', (probe, answers, words, tone) => {
    const source = autoconfig(probe, answers);
    expect(answerWords(source, english)).toBe(words);
    expect(toneOf(source)).toBe(tone);
  });

  it('says of a few of its faults what they are, each once, and counts the rest', () => {
    const faults = Array.from({ length: 60 }, (_, i) =>
      problem('settings.bad-section', { url: `https://x${Math.floor(i / 2)}.example`, line: i, reason: 'empty' }),
    );
    const told = faultsOf(autoconfig({ outcome: 'warned', problems: faults }, [answer]), english);
    expect(told).toHaveLength(4);
    expect(told[3]).toBe('and 27 more');
  });
});

it('half of an account is not shown as a whole one', () => {
  const withServers = (servers: readonly RankedServer[]) =>
    recordedReport([
      { id: 'settings.ranking', chain: { settings: { address: null, domain: 'corp.example', servers } } },
    ]);
  expect(missingWords(withServers([aServer()]), english.words)).toEqual([
    'No server for outgoing mail was found that can be used.',
  ]);
  expect(
    missingWords(withServers([aServer({ service: 'pop3' }), aServer({ service: 'submission' })]), english.words),
  ).toEqual([]);
  expect(missingWords(withServers([aServer({ verdict: 'rejected' })]), german.words)).toHaveLength(2);
});
