import { toSuffix } from '../names.ts';

/** The files that tell which realm a Linux machine belongs to; null for the ones that are absent or unreadable. */
export interface JoinFiles {
  /** /etc/sssd/sssd.conf, usually readable by root only. */
  readonly sssd: string | null;
  /** /etc/samba/smb.conf */
  readonly samba: string | null;
  /** /etc/krb5.conf */
  readonly krb5: string | null;
}

/**
 * The DNS domain this machine is joined to, as far as its own files say (sssd.conf(5), smb.conf(5), krb5.conf(5)).
 * sssd and Samba only say so after a real join, so they come before Kerberos' default realm.
 */
export function joinedDomain(files: JoinFiles): string | null {
  return fromSssd(files.sssd) ?? fromSamba(files.samba) ?? fromKerberos(files.krb5);
}

/** `key = value` lines by section, keys in lower case; enough for all three formats. */
function parseSections(content: string): Map<string, Map<string, string>> {
  const sections = new Map<string, Map<string, string>>();
  let current = new Map<string, string>();
  for (const line of content.split(/\r?\n/).map((raw) => raw.trim())) {
    const heading = /^\[(.+)\]$/.exec(line)?.[1];
    if (heading !== undefined) {
      const name = heading.trim().toLowerCase();
      current = sections.get(name) ?? new Map();
      sections.set(name, current);
      continue;
    }
    const pair = /^([^#;=][^=]*?)\s*=\s*(.*)$/.exec(line);
    if (pair !== null) current.set((pair[1] ?? '').toLowerCase(), pair[2] ?? '');
  }
  return sections;
}

function fromSssd(content: string | null): string | null {
  if (content === null) return null;
  for (const [name, section] of parseSections(content)) {
    if (!name.startsWith('domain/') || section.get('id_provider')?.toLowerCase() !== 'ad') continue;
    const domain = toSuffix(section.get('ad_domain') ?? section.get('krb5_realm') ?? name.slice('domain/'.length));
    if (domain !== null) return domain;
  }
  return null;
}

function fromSamba(content: string | null): string | null {
  const global = content === null ? undefined : parseSections(content).get('global');
  const isMember = global?.get('security')?.toLowerCase() === 'ads';
  const isController = global?.get('server role')?.toLowerCase().includes('domain controller') === true;
  return isMember || isController ? toSuffix(global?.get('realm') ?? '') : null;
}

function fromKerberos(content: string | null): string | null {
  const section = content === null ? undefined : parseSections(content).get('libdefaults');
  return toSuffix(section?.get('default_realm') ?? '');
}
