import type { Answer } from 'dns-packet';
import { srv } from './dns-server.ts';

/** The records in some lines of a zone file (RFC 1035 5), as far as mail settings need them: SRV and TXT, with full names. */
export function zoneRecords(text: string): readonly Answer[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith(';'));
  return lines.map(readLine);
}

function readLine(line: string): Answer {
  const [, name = '', type = '', data = ''] = /^(\S+)\.\s+\d+\s+IN\s+(SRV|TXT)\s+(.+)$/.exec(line.trim()) ?? [];
  if (type === 'TXT') return { type: 'TXT', name, ttl: 300, data: data.replace(/^"|"$/g, '') };
  const [, priority, weight, port, target] = /^(\d+) (\d+) (\d+) (\S*)\.$/.exec(data) ?? [];
  if (target === undefined) throw new Error(`no record: ${line}`);
  return srv(name, target === '' ? '.' : target, Number(port), Number(priority), Number(weight));
}
