import type { DnsRecord } from '../records.ts';
import type { DnsMessage } from './message.ts';

const mostShown = 12;

/** A message in one line, for the log: `NOERROR 10.0.0.1, 10.0.0.2 (ttl 300)`. */
export function describeMessage({ rcode, truncated, answers }: DnsMessage): string {
  const shown = answers.slice(0, mostShown).map(describeRecord);
  const rest = answers.length - shown.length;
  const parts = [...shown, ...(rest > 0 ? [`and ${rest} more`] : [])].join(', ');
  const ttl = answers.length === 0 ? '' : ` (ttl ${Math.min(...answers.map((record) => record.ttl))})`;
  return `${rcode}${truncated ? ', truncated' : ''}${parts === '' ? '' : ` ${parts}`}${ttl}`;
}

function describeRecord(record: DnsRecord): string {
  switch (record.type) {
    case 'A':
    case 'AAAA':
      return record.data;
    case 'CNAME':
      return `CNAME ${record.data}`;
    case 'MX':
      return `MX ${record.data.preference} ${record.data.exchange}`;
    case 'SRV': {
      const { priority, weight, port, target } = record.data;
      return `SRV ${priority} ${weight} ${port} ${target}`;
    }
    case 'SOA':
      return `SOA ${record.data.primary}`;
    case 'TXT':
      return `TXT ${JSON.stringify(record.data.slice(0, 200))}`;
  }
}
