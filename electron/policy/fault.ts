import { cutText } from '../../src/core/index.ts';
import type { PolicyFault, PolicyState } from '../contract.ts';

export type Fault = PolicyState['faults'][number];

/** @param detail the field or the file that it is about */
export function faultOf(source: string, fault: PolicyFault, detail = ''): Fault {
  return { source: cutText(source), fault, detail: cutText(detail, 200) };
}
