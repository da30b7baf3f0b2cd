import { describe, expect, it } from 'vitest';
import { liveTree, print, reportLines, type Style, safeReport } from '../../../../src/cli/render/index.ts';
import { problem } from '../../../../src/problems/index.ts';
import { initialState, type RankedServer, type RunEvent, reduceEvents } from '../../../../src/run/index.ts';
import { recordedEvents } from '../../../fakes/recorded-run.ts';

const style: Style = { columns: 80, color: false, unicode: true };
const place = 'https://autoconfig.corp.example/mail/config-v1.1.xml';

const submission = {
  service: 'submission',
  host: 'smtp.corp.example',
  port: 465,
  security: 'implicit',
  authentication: [],
  user: null,
  url: null,
} as const;

const found = { origin: place, trust: 'https', provider: null, servers: [submission], documentation: [] } as const;

const ranked: readonly RankedServer[] = [
  {
    ...submission,
    sources: [{ source: 'autoconfig', origin: place, trust: 'https' }],
    approved: 'the domain of the mail address as typed',
    verified: true,
    verdict: 'chosen',
    reason: 'best-trust',
    seen: {
      address: '10.1.2.3',
      greeting: '220 smtp.corp.example ESMTP',
      tls: {
        protocol: 'TLSv1.3',
        cipher: 'TLS_AES_256_GCM_SHA384',
        certificate: {
          subject: 'smtp.corp.example',
          issuer: 'Corp CA',
          names: ['smtp.corp.example'],
          notBefore: '2026-01-01T00:00:00.000Z',
          notAfter: '2027-01-01T00:00:00.000Z',
          serialNumber: '01',
          fingerprint256: '00',
          key: 'EC prime256v1',
          chain: [],
          verified: true,
        },
      },
      capabilities: ['AUTH PLAIN'],
      mechanisms: ['PLAIN'],
      passwords: 'taken',
    },
  },
  {
    ...submission,
    host: 'old.corp.example',
    sources: [{ source: 'dns', origin: '_submissions._tcp.corp.example', trust: 'dns' }],
    approved: null,
    verified: false,
    fault: problem('net.refused', { host: 'old.corp.example', port: 465 }),
    verdict: 'rejected',
    reason: 'unreachable',
  },
];

const events = recordedEvents(
  [
    { id: 'settings.search', chain: { settings: { domain: 'corp.example' } } },
    {
      id: 'settings.autoconfig',
      aside: true,
      startedAt: 1,
      duration: 40,
      chain: { settings: { autoconfig: [found] } },
    },
    {
      id: 'settings.pacc',
      aside: true,
      outcome: 'warned',
      problems: [problem('net.timeout', { host: 'ua-auto-config.corp.example', port: 443 })],
      startedAt: 2,
      duration: 1_500,
    },
    { id: 'settings.ranking', startedAt: 1_502, duration: 1, chain: { settings: { servers: ranked } } },
  ],
  { goal: 'discover' },
);

function live(until: (event: RunEvent) => boolean): string[] {
  const { report } = reduceEvents(initialState, events.slice(0, events.findIndex(until) + 1));
  return liveTree(report, 1_200, style).map((line) => print(line, style));
}

describe('the sources of settings', () => {
  it('are shown while they are asked: what has answered at once, and how long the others have taken so far', () => {
    const lines = live((event) => event.type === 'probe-started' && event.probe === 'settings.pacc');
    expect(lines.slice(1)).toEqual([
      '  ✓ autoconfig        1 server              https of the domain, 40 ms',
      '  ◌ PACC              asking…               1.2 s',
    ]);
  });

  it('stand in the report with what they are worth, their time and where exactly it came from', () => {
    const { report } = reduceEvents(initialState, events);
    const lines = reportLines(safeReport(report, style), style, { verbose: false, transcript: false });
    const text = lines.map((line) => print(line, style)).join('\n');
    expect(text).toContain(`
Where settings were looked for
  source      answer     trust                time
  autoconfig  1 server   https of the domain  40 ms
    from: ${place}
  PACC        no answer                       1.5 s

Servers named for corp.example
  service     server                 TLS             verdict
  submission  smtp.corp.example:465  from the start  chosen
    because: named by the most trustworthy source
    named by: autoconfig
    password: may be sent: the domain of the mail address as typed
  submission  old.corp.example:465   from the start  rejected
    because: old.corp.example refuses connections on port 465
    named by: SRV records

No server for incoming mail was found that can be used.
`);
  });

  it('show in full, where somebody wants that, who named each server where, and what it showed of itself', () => {
    const { report } = reduceEvents(initialState, events);
    const lines = reportLines(safeReport(report, style), style, { verbose: true, transcript: false });
    expect(lines.map((line) => print(line, style)).join('\n')).toContain(`
    because: named by the most trustworthy source
    named by: autoconfig (${place})
    password: may be sent: the domain of the mail address as typed
    says: 220 smtp.corp.example ESMTP
    certificate: smtp.corp.example, until 1 January 2027, from Corp CA
    sign-in by: PLAIN
`);
  });
});
