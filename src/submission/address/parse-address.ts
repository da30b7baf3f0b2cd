import { err, ok, type Problem, type Result } from '../../core/index.ts';
import { problem } from '../../problems/index.ts';
import { type MailAddress, readMailbox } from './mailbox.ts';

/**
 * Reads a strict mail address: no display name, no comment, no angle brackets, nothing that could end an SMTP path.
 *
 * @param argument what it was given as, for the problem: `--to`
 * @returns the address, or `input.invalid` with the reason
 */
export function parseAddress(text: string, argument: string): Result<MailAddress, Problem> {
  const address = readMailbox(text);
  return typeof address === 'string'
    ? err(problem('input.invalid', { argument, value: text, reason: address }))
    : ok(address);
}

/** The address as it stands in a command (RFC 5321 4.1.2 Path). */
export function pathOf({ local, domain }: MailAddress): string {
  return `<${local}@${domain}>`;
}
