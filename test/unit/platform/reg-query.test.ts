import { expect, it } from 'vitest';
import { parseRegQuery } from '../../../src/platform/index.ts';

const output = [
  '',
  String.raw`HKEY_LOCAL_MACHINE\Software\Policies\Waypost`,
  '    Server    REG_SZ    mail.corp.example',
  '    Approved Domains    REG_MULTI_SZ    corp.example\\0partner.example',
  '    Empty    REG_SZ    ',
  '    Bare    REG_SZ',
  '',
  String.raw`HKEY_LOCAL_MACHINE\Software\Policies\Waypost\Preset`,
  '    Timeout    REG_DWORD    0x5a',
  '',
  'End of search: 2 match(es) found.',
].join('\r\n');

it('reads each key of `reg query` with its values, their types and their data as they were printed', () => {
  expect([...parseRegQuery(output)]).toEqual([
    [
      String.raw`HKEY_LOCAL_MACHINE\Software\Policies\Waypost`,
      [
        { name: 'Server', type: 'SZ', data: 'mail.corp.example' },
        { name: 'Approved Domains', type: 'MULTI_SZ', data: String.raw`corp.example\0partner.example` },
        { name: 'Empty', type: 'SZ', data: '' },
        { name: 'Bare', type: 'SZ', data: '' },
      ],
    ],
    [
      String.raw`HKEY_LOCAL_MACHINE\Software\Policies\Waypost\Preset`,
      [{ name: 'Timeout', type: 'DWORD', data: '0x5a' }],
    ],
  ]);
});

it('takes nothing for a value that stands before every key or has no type', () => {
  expect(parseRegQuery('    Server    REG_SZ    mail\nERROR: Access is denied.\n').size).toBe(0);
  expect([...parseRegQuery('HKEY_CURRENT_USER\\Software\n    Server    mail\n')]).toEqual([
    ['HKEY_CURRENT_USER\\Software', []],
  ]);
});
