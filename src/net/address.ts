import { isIP } from 'node:net';
import { mayBeAddress } from '../core/index.ts';

/** Whether a text is an IP address, of either family. */
export function isAddress(text: string): boolean {
  return mayBeAddress(text) && isIP(text) !== 0;
}
