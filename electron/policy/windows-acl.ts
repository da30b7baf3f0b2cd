import type { PolicyMachine } from './machine.ts';

/** Milliseconds; Windows PowerShell needs up to two seconds after a cold start. */
const patience = 5_000;

/** The system, administrators (built in, local, of the domain, of the forest), the owner's own rights, and Windows' installer. */
const trusted = /^(SY|BA|LA|DA|EA|OW|S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464)$/;

/** Rights in SDDL and their bits (MS-DTYP 2.5.1.1, with the meaning that files and folders give them). */
const bitsOf: Readonly<Record<string, number>> = {
  GA: 0x1000_0000,
  GR: 0x8000_0000,
  GW: 0x4000_0000,
  GX: 0x2000_0000,
  RC: 0x2_0000,
  SD: 0x1_0000,
  WD: 0x4_0000,
  WO: 0x8_0000,
  FA: 0x1f_01ff,
  FR: 0x12_0089,
  FW: 0x12_0116,
  FX: 0x12_00a0,
  CC: 0x1,
  DC: 0x2,
  LC: 0x4,
  SW: 0x8,
  RP: 0x10,
  WP: 0x20,
  DT: 0x40,
  LO: 0x80,
  CR: 0x100,
};
/** Write, append, attributes, delete, delete children, change the list or the owner; all of it, or writing, in general. */
const writing = 0x500d_0156;

/** Whether only administrators can change files and folders. Unreadable lists are no. */
export async function isGuardedByAcl(machine: PolicyMachine, paths: readonly string[]): Promise<boolean> {
  const names = paths.map(quoted).join(',');
  const script = `Get-Acl -LiteralPath ${names} | Select-Object -ExpandProperty Sddl`;
  const args = ['-NoLogo', '-NoProfile', '-NonInteractive', '-Command', script];
  const output = await machine.run('powershell.exe', args, { timeout: patience });
  const lists = (output ?? '').split(/\r?\n/).filter((line) => line.trim() !== '');
  return lists.length === paths.length && lists.every(onlyAdministratorsWrite);
}

/** PowerShell takes typographic quotes for plain ones; each is doubled inside a string. */
function quoted(path: string): string {
  return `'${path.replace(/['‘’‚‛]/g, '$&$&')}'`;
}

/** Reads a security descriptor in SDDL, such as `O:BAG:SYD:PAI(A;;FA;;;SY)(A;;0x1200a9;;;BU)`. */
export function onlyAdministratorsWrite(sddl: string): boolean {
  const found = /^O:(S-[\d-]+|[A-Z]{2})(?:G:(?:S-[\d-]+|[A-Z]{2}))?D:(?:P|AR|AI)*((?:\([^()]*\))+)/.exec(sddl.trim());
  if (found === null || !trusted.test(found[1] ?? '')) return false;
  const entries = (found[2] ?? '').slice(1, -1).split(')(');
  return entries.every((entry) => {
    const [type = '', flags = '', rights = '', , , who = ''] = entry.split(';');
    const countsHere = type !== 'D' && !flags.includes('IO');
    return !countsHere || trusted.test(who) || !canWrite(rights);
  });
}

function canWrite(rights: string): boolean {
  const words = /^0x[\da-f]+$/i.test(rights)
    ? [Number(rights)]
    : (rights.match(/../g) ?? []).map((word) => bitsOf[word]);
  // What is not understood may be writing.
  return words.some((bits) => bits === undefined || (bits & writing) !== 0);
}
