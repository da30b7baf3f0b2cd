import { describe, expect, it } from 'vitest';
import { readPolicy } from '../../../../electron/policy/index.ts';
import { administered, fixture, rootGuards } from './administered.ts';

const ofComputer = '/Library/Managed Preferences/org.waypost.Waypost.plist';
const ofUser = '/Library/Managed Preferences/alice/org.waypost.Waypost.plist';
const plutil = (path: string) => `plutil -convert json -o - ${path}`;

const read = (outputs: Record<string, string>, files: readonly string[] = [ofComputer, ofUser], ran: string[] = []) =>
  readPolicy({
    machine: administered({
      platform: 'darwin',
      outputs,
      files: Object.fromEntries(files.map((file) => [file, 'bplist00'])),
      ran,
    }),
  });

describe('a configuration profile', () => {
  it('locks, and its dictionary Preset pre-sets', async () => {
    const { values, state } = await read({ [plutil(ofComputer)]: fixture('managed-preferences.json') }, [ofComputer]);
    expect(values).toEqual({
      locked: {
        server: 'mail',
        approvedDomains: ['corp.example'],
        relay: { port: 465, security: 'implicit' },
        sendTests: false,
      },
      preset: { timeout: 90, domain: 'corp.example' },
    });
    expect(state).toMatchObject({ sendTests: false, faults: [] });
    expect(state.fields[0]).toMatchObject({ source: ofComputer, locked: true });
  });

  it('for the user is stronger than the computer’s', async () => {
    const outputs = { [plutil(ofComputer)]: '{"Server":"mail","Timeout":30}', [plutil(ofUser)]: '{"Server":"branch"}' };
    expect((await read(outputs)).values.locked).toEqual({ server: 'branch', timeout: 30 });
  });

  it('that is not there starts no program', async () => {
    const ran: string[] = [];
    expect((await read({}, [], ran)).state.faults).toEqual([]);
    expect(ran).toEqual([]);
  });

  it.each([
    ['cannot be read', {}, 'not-a-policy', ''],
    ['is no dictionary', { [plutil(ofComputer)]: '["mail"]' }, 'not-a-policy', ''],
    ['has an unknown key', { [plutil(ofComputer)]: '{"Servre":"mail"}' }, 'unknown-field', 'Servre'],
    ['has a wrong value', { [plutil(ofComputer)]: '{"Preset":{"Timeout":"90"}}' }, 'wrong-value', 'timeout'],
  ])('that %s is said', async (_, outputs, fault, detail) => {
    const { state } = await read(outputs, [ofComputer]);
    expect(state.faults).toEqual([{ source: ofComputer, fault, detail }]);
  });

  it('that an ordinary user can write counts for nothing', async () => {
    const guards = rootGuards(ofComputer).map((guard) => ({ ...guard, owner: 501 }));
    const machine = administered({ platform: 'darwin', files: { [ofComputer]: { guards } } });
    expect((await readPolicy({ machine })).state.faults.map(({ fault }) => fault)).toEqual(['unprotected']);
  });
});
