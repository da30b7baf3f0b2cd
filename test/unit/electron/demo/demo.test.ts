import { describe, expect, it } from 'vitest';
import { demoSchema } from '../../../../electron/contract.ts';
import { type LabProcess, startDemo } from '../../../../electron/demo/demo.ts';
import type { LabCommand, LabMessage } from '../../../../electron/demo/lab-protocol.ts';
import { registeredPorts } from '../../../../src/chain/request.ts';
import { labFaults } from '../../../../src/lab/index.ts';

interface FakeLab extends LabProcess {
  readonly started: readonly LabCommand[];
  readonly killed: boolean;
}

/** A process that answers its command at once, as the world's would in the end. */
function fakeLab(answer: (command: LabCommand, place: number) => LabMessage | null) {
  const labs: FakeLab[] = [];
  const start = (): LabProcess => {
    const started: LabCommand[] = [];
    let take: (message: unknown) => void = () => {};
    let end: Parameters<LabProcess['onEnd']>[0] = () => {};
    let killed = false;
    const place = labs.length;
    const lab: FakeLab = {
      started,
      get killed() {
        return killed;
      },
      post(command) {
        started.push(command);
        const told = answer(command, place);
        if (told) take(told);
        else end({ reason: 'it crashed', evidence: ['exit code 1'] });
      },
      onMessage: (taker) => {
        take = taker;
      },
      onEnd: (taker) => {
        end = taker;
      },
      kill: () => {
        killed = true;
      },
    };
    labs.push(lab);
    return lab;
  };
  return { labs, start };
}

const ready = (_command: LabCommand, place: number): LabMessage => ({
  type: 'ready',
  facts: {
    world: {
      dns: [{ address: '127.0.0.1', port: 5_300 + place }],
      search: ['corp.example'],
      ca: 'PEM',
      ports: { ...registeredPorts, ldaps: 1, globalCatalog: 1, submissions: 2, submission: 3, smtp: 4 },
    },
    accounts: [{ user: 'luke@corp.example', name: 'Luke Locked', state: 'locked' }],
    password: 'a-password',
    faults: labFaults.map(({ id, what, expects }) => ({ id, what, expects })),
    notes: [],
  },
});

describe('the embedded world', () => {
  it('says who is in it, what can be broken, and where it is', async () => {
    const { start } = fakeLab(ready);
    const demo = await startDemo(start);
    expect(demo.state()).toMatchObject({
      accounts: [{ user: 'luke@corp.example', name: 'Luke Locked', state: 'locked' }],
      password: 'a-password',
      recipient: 'bob@partner.example',
      broken: [],
    });
    expect(demo.state().faults).toHaveLength(labFaults.length);
    expect(demoSchema.safeParse(demo.state()).error).toBeUndefined();
    expect((await demo.world()).dns).toEqual([{ address: '127.0.0.1', port: 5_300 }]);
  });

  it('is made anew with the faults that were chosen, and the old one ends', async () => {
    const { labs, start } = fakeLab(ready);
    const demo = await startDemo(start);
    const state = await demo.break(['relay-denied', 'dc1-silent', 'relay-denied']);
    expect(state.broken).toEqual(['relay-denied', 'dc1-silent']);
    expect(labs.map(({ killed }) => killed)).toEqual([true, false]);
    expect(labs[1]?.started).toEqual([{ type: 'start', faults: ['relay-denied', 'dc1-silent'] }]);
    expect((await demo.world()).dns).toEqual([{ address: '127.0.0.1', port: 5_301 }]);
    expect((await demo.break([])).broken).toEqual([]);
  });

  it('stays as it is when somebody wants what there is not', async () => {
    const { labs, start } = fakeLab(ready);
    const demo = await startDemo(start);
    await expect(demo.break(['relay-denied', 'meteor'])).rejects.toThrow('no such fault');
    expect(demo.state().broken).toEqual([]);
    expect(labs).toHaveLength(1);
  });

  it('stays as it is when the new one does not start, and can be broken again', async () => {
    const { labs, start } = fakeLab((command, place) => (place === 1 ? null : ready(command, place)));
    const demo = await startDemo(start);
    await expect(demo.break(['relay-denied'])).rejects.toThrow('exit code 1');
    expect(labs[0]?.killed).toBe(false);
    expect((await demo.break(['dc1-silent'])).broken).toEqual(['dc1-silent']);
  });

  it('leaves no world behind when it is broken twice at once, nor when it ends', async () => {
    const { labs, start } = fakeLab(ready);
    const demo = await startDemo(start);
    await Promise.all([demo.break(['relay-denied']), demo.break(['dc1-silent'])]);
    expect(demo.state().broken).toEqual(['dc1-silent']);
    expect(labs.map(({ killed }) => killed)).toEqual([true, true, false]);
    await demo.stop();
    expect(labs.every(({ killed }) => killed)).toBe(true);
  });

  it('is, for a run, the one that was asked for last', async () => {
    const { start } = fakeLab(ready);
    const demo = await startDemo(start);
    void demo.break(['relay-denied']);
    expect((await demo.world()).dns).toEqual([{ address: '127.0.0.1', port: 5_301 }]);
  });

  it('says why it cannot start', async () => {
    const { labs, start } = fakeLab(() => ({ type: 'failed', reason: 'no port is free' }));
    await expect(startDemo(start)).rejects.toThrow('no port is free');
    expect(labs[0]?.killed).toBe(true);
  });
});
