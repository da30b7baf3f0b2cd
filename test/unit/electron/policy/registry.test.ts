import { describe, expect, it } from 'vitest';
import { readPolicy } from '../../../../electron/policy/index.ts';
import { administered, fixture } from './administered.ts';

const hklm = 'reg.exe query HKLM\\Software\\Policies\\Waypost /s';
const hkcu = 'reg.exe query HKCU\\Software\\Policies\\Waypost /s';
const file = 'C:\\ProgramData\\Waypost\\policy.json';
const caFile = 'C:\\ProgramData\\Waypost\\Our Authority.pem';
const ca = fixture('../net/ca.pem');

const read = (outputs: Record<string, string>, files: Record<string, string> = {}, ran: string[] = []) =>
  readPolicy({ machine: administered({ platform: 'win32', outputs, files, ran }) });
const ofComputer = (...lines: string[]) =>
  read({ [hklm]: ['', 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Waypost', ...lines, ''].join('\r\n') });

describe('group policy', () => {
  it('of the computer locks, and its subkey Preset pre-sets', async () => {
    const { values, state } = await read({ [hklm]: fixture('reg-hklm.txt') }, { [caFile]: ca });
    expect(values).toEqual({
      locked: {
        server: 'mail',
        approvedDomains: ['corp.example', 'hosted.example'],
        relay: { port: 587, security: 'starttls' },
        updates: false,
        sendTests: true,
        ca: { file: caFile, pem: ca.trim() },
      },
      preset: { timeout: 90, language: 'de' },
    });
    expect(state).toMatchObject({ updates: false, sendTests: true, faults: [] });
    expect(state.fields[0]).toEqual({
      field: 'server',
      value: 'mail',
      source: 'HKLM\\Software\\Policies\\Waypost',
      locked: true,
    });
  });

  it('of the user adds what the computer’s leaves open, and gives way where both speak', async () => {
    const { values, state } = await read({ [hklm]: fixture('reg-hklm.txt'), [hkcu]: fixture('reg-hkcu.txt') });
    expect(values.locked).toMatchObject({ server: 'mail', domain: 'corp.example', rememberPasswords: false });
    const sources = Object.fromEntries(state.fields.map(({ field, source }) => [field, source]));
    expect(sources).toMatchObject({
      server: 'HKLM\\Software\\Policies\\Waypost',
      domain: 'HKCU\\Software\\Policies\\Waypost',
    });
  });

  it('comes before the policy file, whose locks are stronger than presets all the same', async () => {
    const sddl = 'O:BAG:SYD:P(A;;FA;;;SY)(A;;FA;;;BA)(A;;0x1200a9;;;BU)';
    const outputs = { [hklm]: fixture('reg-hklm.txt'), 'powershell.exe': `${sddl}\r\n${sddl}\r\n` };
    const content = JSON.stringify({
      version: 1,
      server: { value: 'other', locked: true },
      timeout: { value: 30, locked: true },
    });
    const { values, state } = await read(outputs, { [file]: content });
    expect(values.locked).toMatchObject({ server: 'mail', timeout: 30 });
    expect(state.fields.find(({ field }) => field === 'timeout')).toMatchObject({
      source: file,
      locked: true,
      value: '30',
    });
  });

  it('is asked for by two commands that nobody can bend, and by no more where there is no file', async () => {
    const ran: string[] = [];
    await read({}, {}, ran);
    expect(ran.sort()).toEqual([hkcu, hklm]);
  });

  it.each([
    [
      '    approveddomains    REG_SZ    corp.example, hosted.example',
      { approvedDomains: ['corp.example', 'hosted.example'] },
    ],
    ['    SERVER    REG_SZ    mail', { server: 'mail' }],
    ['    RememberPasswords    REG_DWORD    0x0', { rememberPasswords: false }],
    ['    RelayPort    REG_DWORD    0x1d1', { relay: { port: 465 } }],
    ['    UpdateFeed    REG_SZ    https://updates.example/waypost', { updateFeed: 'https://updates.example/waypost' }],
  ])('may say “%s”', async (line, locked) => {
    const { values, state } = await ofComputer(line);
    expect(values.locked).toEqual(locked);
    expect(state.faults).toEqual([]);
  });

  it.each([
    ['    Servre    REG_SZ    mail', 'unknown-field', 'Servre'],
    ['    Server    REG_SZ    ', 'wrong-value', 'server'],
    ['    Server    REG_DWORD    0x1', 'wrong-value', 'server'],
    ['    SendTests    REG_DWORD    0x2', 'wrong-value', 'sendTests'],
    ['    SendTests    REG_SZ    no', 'wrong-value', 'sendTests'],
    ['    Timeout    REG_SZ    90', 'wrong-value', 'timeout'],
    ['    CA    REG_SZ    \\\\server\\share\\ca.pem', 'wrong-value', 'ca'],
  ])('that says “%s” is said to be wrong', async (line, fault, detail) => {
    const { state } = await ofComputer(line);
    expect(state.faults).toEqual([{ source: 'HKLM\\Software\\Policies\\Waypost', fault, detail }]);
  });

  it('of other programs under the same name is left alone', async () => {
    const output = 'HKEY_LOCAL_MACHINE\\Software\\Policies\\Waypost\\Other\r\n    Server    REG_SZ    mail\r\n';
    expect((await read({ [hklm]: output })).state).toMatchObject({ fields: [], faults: [] });
  });
});

describe('a policy file on Windows', () => {
  const content = '{"version":1,"server":"mail"}';
  const guarded = 'O:BAG:SYD:PAI(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)(A;OICI;0x1200a9;;;BU)';
  const faults = async (output: string | null) => {
    const outputs: Record<string, string> = output === null ? {} : { 'powershell.exe': output };
    return (await read(outputs, { [file]: content })).state.faults.map(({ fault }) => fault);
  };

  it('counts when only administrators can write it and its folder', async () => {
    expect(await faults(`${guarded}\r\n${guarded}\r\n`)).toEqual([]);
  });

  it.each([
    [
      'everybody may make files in its folder, as Windows sets it up',
      `${guarded}\r\nO:BAG:SYD:AI(A;ID;FA;;;SY)(A;CIID;DCLCRPCR;;;BU)`,
    ],
    ['one of the two lists is missing', guarded],
    ['the lists cannot be read', null],
    ['the lists make no sense', 'Access denied\r\nAccess denied'],
  ])('counts for nothing when %s', async (_, output) => {
    expect(await faults(output)).toEqual(['unprotected']);
  });

  it('has its lists asked for under a name that cannot become a command', async () => {
    const ran: string[] = [];
    const machine = administered({ platform: 'win32', ran, files: { "C:\\it's\\’;calc;’\\policy.json": content } });
    await readPolicy({ machine, files: ["C:\\it's\\’;calc;’\\policy.json"] });
    expect(ran.find((line) => line.startsWith('powershell.exe'))).toContain(
      "-LiteralPath 'C:\\it''s\\’’;calc;’’\\policy.json','C:\\it''s\\’’;calc;’’' |",
    );
  });
});
