import { type AddressInfo, createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { systemClock } from '../../../src/core/index.ts';
import { connect, interleave, netProblem, peerName } from '../../../src/net/index.ts';
import { recordingStep } from '../../fakes/recording-step.ts';

async function listening(): Promise<{ port: number; close: () => void }> {
  const server = createServer((socket) => socket.on('error', () => {}));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: (server.address() as AddressInfo).port, close: () => void server.close() };
}

describe('connecting', () => {
  it('uses the first address that answers, when the one before refuses', async () => {
    const { port, close } = await listening();
    const step = recordingStep();
    // Nothing listens on 127.0.0.3: it refuses.
    const target = { host: 'h', port, addresses: ['127.0.0.3', '127.0.0.1'] };
    const result = await connect(target, { clock: systemClock, step, signal: step.signal });
    expect(result.ok && result.value.address).toBe('127.0.0.1');
    step.end();
    close();
  });

  it('says for each address why it could not be reached', async () => {
    const { port, close } = await listening();
    close();
    const step = recordingStep();
    const target = { host: 'h', port, addresses: ['127.0.0.1', '127.0.0.3'] };
    const result = await connect(target, { clock: systemClock, step, signal: step.signal });
    expect(result.ok ? null : result.error).toMatchObject({ code: 'net.refused', args: { host: 'h', port } });
    expect(result.ok ? [] : result.error.evidence).toHaveLength(2);
  });

  it('is over at once when the run is cancelled', async () => {
    const step = recordingStep();
    step.end();
    const result = await connect(
      { host: 'h', port: 9, addresses: ['127.0.0.1'] },
      { clock: systemClock, step, signal: step.signal },
    );
    expect(result.ok ? null : result.error.code).toBe('run.cancelled');
  });

  it('closes its socket at the end of the run', async () => {
    const { port, close } = await listening();
    const step = recordingStep();
    const result = await connect(
      { host: 'h', port, addresses: ['127.0.0.1'] },
      { clock: systemClock, step, signal: step.signal },
    );
    step.end();
    expect(result.ok && result.value.socket.destroyed).toBe(true);
    close();
  });
});

describe('the order of addresses', () => {
  it.each([
    [[], []],
    [['10.0.0.1'], ['10.0.0.1']],
    [
      ['::1', '::2', '10.0.0.1'],
      ['::1', '10.0.0.1', '::2'],
    ],
    [
      ['10.0.0.1', '10.0.0.2', '::1'],
      ['10.0.0.1', '::1', '10.0.0.2'],
    ],
    [
      ['::1', '10.0.0.1', '10.0.0.2', '10.0.0.3'],
      ['::1', '10.0.0.1', '10.0.0.2', '10.0.0.3'],
    ],
  ])('of %j is %j', (addresses, expected) => {
    expect(interleave(addresses)).toEqual(expected);
  });
});

describe('a failure of a socket', () => {
  it.each([
    ['ECONNREFUSED', 'net.refused'],
    ['ETIMEDOUT', 'net.timeout'],
    ['EHOSTUNREACH', 'net.unreachable'],
    ['ENETUNREACH', 'net.unreachable'],
    ['ECONNRESET', 'net.reset'],
    ['EPIPE', 'net.reset'],
    ['ESOMETHINGNEW', 'net.unexpected'],
  ])('%s is the problem %s, with its message as evidence', (code, expected) => {
    const error = Object.assign(new Error(`connect ${code}`), { code });
    expect(netProblem(error, { host: 'h', port: 1 })).toMatchObject({ code: expected, evidence: [`connect ${code}`] });
  });

  it('that is no error at all is shown as it is', () => {
    expect(netProblem('odd', { host: 'h', port: 1 })).toMatchObject({ code: 'net.unexpected', evidence: ['odd'] });
  });
});

it('a peer is named so that its port can be told from its address', () => {
  expect(peerName('10.0.0.1', 25)).toBe('10.0.0.1:25');
  expect(peerName('fd00::1', 25)).toBe('[fd00::1]:25');
});
