import { type MailAddress, parseAddress } from '../../src/submission/index.ts';

/** A mail address that a test knows to be one. */
export function address(text: string): MailAddress {
  const parsed = parseAddress(text, 'test');
  if (!parsed.ok) throw new Error(`${text}: ${parsed.error.args['reason']}`);
  return parsed.value;
}
