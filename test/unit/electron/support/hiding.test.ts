import { describe, expect, it } from 'vitest';
import { machineHider } from '../../../../electron/support/hide-machine.ts';
import { hiderOf } from '../../../../electron/support/hide-people.ts';
import { redacted } from '../../../../electron/support/redact.ts';

describe('hiding people', () => {
  const dn = 'CN=Smith\\, Alice,OU=People,DC=corp,DC=example';
  const people = [
    [dn, 'Smith, Alice', 'alice@corp.example', 'CORP\\asmith', 'al@corp.example', 'mail@corp.example'],
    ['bob@partner.example'],
    ["o'brien@corp.example"],
  ];

  it.each([
    ['alice@corp.example', 'person-1@corp.example'],
    ['ALICE@corp.example and Alice@other.example', 'person-1@corp.example and person-1@other.example'],
    ['550 <bob@partner.example> refused, bob', '550 <person-2@partner.example> refused, person-2'],
    [`entry ${dn}`, 'entry person-1'],
    ['Smith, Alice', 'person-1'],
    ['(|(mail=alice@corp.example)(sAMAccountName=asmith))', '(|(mail=person-1@corp.example)(sAMAccountName=person-1))'],
    ['CORP\\ASmith', 'CORP\\person-1'],
    ["o'brien@corp.example", 'person-3@corp.example'],
    ['al', 'person-1'],
    ['al@corp.example', 'person-1@corp.example'],
    ['special malice', 'special malice'],
    ['mail.corp.example', 'mail.corp.example'],
    ['mail', 'mail'],
    ['mail@corp.example', 'person-1@corp.example'],
  ])('turns %s into %s', (text, hidden) => {
    expect(hiderOf(people, new Set(['mail', 'corp', 'example']))(text)).toBe(hidden);
  });

  it('hides people whom nobody named as well, each under one number', () => {
    const hide = hiderOf(people, new Set());
    expect(hide('carol.c+x@a.example, dave@a.example')).toBe('person-4@a.example, person-5@a.example');
    expect(hide('dave@b.example')).toBe('person-5@b.example');
  });

  it('takes no longer for a text that was made to take long', () => {
    const hide = hiderOf(people, new Set());
    const started = performance.now();
    hide('a'.repeat(200_000));
    hide('a.'.repeat(100_000));
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  it('leaves our own words alone where somebody is called like one', () => {
    const hide = hiderOf([['passed@corp.example']], new Set());
    expect(redacted({ outcome: 'passed', text: ['passed'] }, hide)).toEqual({ outcome: 'passed', text: ['person-1'] });
  });
});

describe('hiding the machine', () => {
  it.each([
    ['/home/pat', 'pc', 'in /home/pat/x and /home/patty/x on pc', 'in ~/x and /home/patty/x on pc'],
    ['C:\\Users\\pat', 'PC-7', 'c:/users/pat/ca.pem on pc-7.corp.example', '~/ca.pem on this-computer.corp.example'],
    ['/home/pat', 'pc-7', 'EHLO pc-7 is not pc-70 nor old-pc-7', 'EHLO this-computer is not pc-70 nor old-pc-7'],
    ['/', 'localhost', 'localhost/x', 'localhost/x'],
  ])('(folder %s, name %s) turns %s into %s', (homeFolder, hostName, text, hidden) => {
    expect(machineHider({ homeFolder, hostName })(text)).toBe(hidden);
  });
});
