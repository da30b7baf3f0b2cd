import type { CallAnswer, WaypostBridge } from '../../../electron/contract.ts';

export type Read = CallAnswer<'report.read'>;

/** 64 megabytes, as in the contract: a file with more is no report, and is not read. */
const mostBytes = 67_108_864;

/** Reads a file that somebody chose. Never throws: what cannot be read comes back with the reason. */
export async function readReportFile(file: File, bridge: WaypostBridge): Promise<Read> {
  if (file.size > mostBytes) return { kind: 'unreadable', reason: 'too-large' };
  try {
    return await bridge.call('report.read', await file.text());
  } catch {
    return { kind: 'unreadable', reason: 'gone' };
  }
}
