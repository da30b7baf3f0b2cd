import { describe, expect, it } from 'vitest';
import { onlyAdministratorsWrite } from '../../../../electron/policy/windows-acl.ts';

describe('an access list of Windows lets only administrators write', () => {
  it.each([
    'O:BAG:SYD:PAI(A;;FA;;;SY)(A;;FA;;;BA)(A;;0x1200a9;;;BU)',
    'O:SYG:SYD:P(A;OICI;GA;;;BA)(A;OICI;FR;;;AU)(A;;GRGX;;;WD)',
    'O:S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464G:SYD:AI(A;ID;FA;;;BA)(A;ID;0x1200a9;;;AC)',
    // Only for what is made inside later.
    'O:BAG:SYD:AI(A;OICIIO;GA;;;CO)(A;ID;FA;;;SY)',
    'O:BAG:SYD:P(D;;FA;;;WD)(A;;FA;;;BA)',
  ])('%s', (sddl) => {
    expect(onlyAdministratorsWrite(sddl)).toBe(true);
  });
});

describe('an access list of Windows lets others write, or is not understood', () => {
  it.each([
    ['somebody else is the owner', 'O:S-1-5-21-1-2-3-1001G:SYD:P(A;;FA;;;BA)'],
    ['users may do everything', 'O:BAG:SYD:P(A;;FA;;;BU)'],
    ['everybody may write', 'O:BAG:SYD:P(A;;FA;;;BA)(A;;FW;;;WD)'],
    ['users may make files', 'O:BAG:SYD:AI(A;CIID;DCLCRPCR;;;BU)'],
    ['a person may change it, in bits', 'O:BAG:SYD:P(A;;0x1301bf;;;S-1-5-21-1-2-3-1001)'],
    ['users may delete it', 'O:BAG:SYD:P(A;;SD;;;BU)'],
    ['users may change the list', 'O:BAG:SYD:P(A;;WD;;;AU)'],
    ['an unknown right', 'O:BAG:SYD:P(A;;ZZ;;;BU)'],
    ['a conditional entry', 'O:BAG:SYD:P(XA;;FA;;;BU;(Member_of{SID(BA)}))'],
    ['no list at all', 'O:BAG:SYD:NO_ACCESS_CONTROL'],
    ['an empty list', 'O:BAG:SYD:P'],
    ['nothing', ''],
  ])('%s', (_, sddl) => {
    expect(onlyAdministratorsWrite(sddl)).toBe(false);
  });
});
