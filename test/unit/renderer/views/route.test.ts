import { expect, it } from 'vitest';
import { stationsOf } from '../../../../renderer/diagnosis/views/route/hop-words.ts';
import { hopsOf } from '../../../../renderer/diagnosis/views/route/hops.ts';
import { loadWords } from '../../../../renderer/words/words.ts';
import type { CustodyReport, GatewayReport } from '../../../../src/run/index.ts';
import { anArrival } from '../../../fakes/found-chain.ts';
import { type RecordedProbe, recordedReport } from '../../../fakes/recorded-run.ts';
import { refusedChain, soundChain } from '../../../fakes/sample-chain.ts';

const english = { words: await loadWords('en'), language: 'en', locale: 'en-GB' } as const;
const german = { words: await loadWords('de'), language: 'de', locale: 'de-DE' } as const;

function lines(probes: readonly RecordedProbe[], spoken: typeof english | typeof german = english): string {
  return stationsOf(hopsOf(recordedReport(probes)), spoken)
    .flatMap(({ title, names, lines: said }) => [title, ...names, ...said])
    .join('\n');
}

function withCustody(custody: Partial<CustodyReport>): readonly RecordedProbe[] {
  return soundChain.map((probe) =>
    probe.id === 'message.submit' ? { ...probe, chain: { custody: { ...probe.chain?.custody, ...custody } } } : probe,
  );
}

it('says which gateway accepted the message, under which queue id, and promises nothing beyond', () => {
  const text = lines(soundChain);
  expect(text).toContain('Accepted by mail.corp.example as queue id 4XYZ1abcz23');
  expect(text).toContain('Not known: the relay decides');
  expect(text).not.toMatch(/delivered/i);
});

it('never says that a message was delivered, in no language and no state', () => {
  for (const state of ['accepted', 'refused', 'uncertain', 'not-sent'] as const)
    for (const spoken of [english, german])
      expect(lines(withCustody({ state }), spoken)).not.toMatch(/deliver|zugestellt/i);
});

it('ends in the mailbox where the message was seen there', () => {
  const text = lines(withCustody({ arrival: anArrival({ folder: 'Junk', role: 'junk' }) }));
  expect(text).toMatch(/Mailbox\nIt arrived in the junk folder Junk after 1\.8.s\./);
  expect(text).not.toContain('Nothing is promised');
});

it('explains an uncertain end', () => {
  expect(lines(withCustody({ state: 'uncertain', queueId: null }))).toContain('may or may not have been accepted');
});

it('shows no English prose of the report in German', () => {
  expect(lines(soundChain, german)).not.toContain('delivery beyond it');
});

it('says that nothing was sent where the relay refused', () => {
  expect(lines(refusedChain)).toContain('mail.corp.example');
  expect(lines(refusedChain)).not.toContain('Accepted');
});

const gateway: GatewayReport = {
  host: 'gw.partner.example',
  preference: 10,
  addresses: ['10.9.9.9'],
  greeting: null,
  reached: 'yes',
  duration: 20,
  problem: null,
};

function route(changes: { readonly gateways?: readonly GatewayReport[]; readonly kind?: 'mx' | 'null' | 'none' }) {
  return [
    { id: 'mx.route', chain: { route: { domain: 'partner.example', kind: 'mx', gateways: [], ...changes } } },
  ] as const;
}

it('names the gateways of a route and whether they answered this computer', () => {
  const text = lines(route({ gateways: [gateway, { ...gateway, host: 'gw2.partner.example', reached: 'not-tried' }] }));
  expect(text).toContain('gw.partner.example: preference 10, answered after 20\u00a0ms');
  expect(text).toContain('gw2.partner.example: preference 10, not tried');
  expect(text).toContain('Not asked in this run');
});

it('says that a domain takes no mail', () => {
  expect(lines(route({ kind: 'null' }))).toContain('partner.example states that it takes no mail');
  expect(lines(route({ kind: 'none' }))).toContain('No gateway takes mail for partner.example');
});

it('shows hostile names inert', () => {
  expect(lines(route({ gateways: [{ ...gateway, host: 'gw\u202e\u001b[31m.example' }] }))).toContain(
    'gw\\u{202e}\\u{1b}[31m',
  );
});
