import type { AskedField, AskedRun } from '../contract.ts';
import type { PolicyValues } from '../policy/index.ts';
import type { Faultfinder } from './faultfinder.ts';
import type { Form } from './form.ts';

/** A form in which the values that an administrator has locked stand, whatever was typed; another value is a flaw. */
export function withLocks(form: Form, asked: AskedRun, { locked }: PolicyValues, faults: Faultfinder): Form {
  const held = <T>(field: AskedField, typed: T | null, value: T | undefined, text: string): T | null => {
    if (value === undefined) return typed;
    if (typed !== null && typed !== value) faults.add(field, 'locked', text);
    return value;
  };
  const seconds = locked.timeout;
  return {
    ...form,
    server: held('server', form.server, locked.server, asked.server),
    domain: held('domain', form.domain, locked.domain, asked.domain),
    ca: held('ca', form.ca, locked.ca?.pem, ''),
    port: held('port', form.port, locked.relay?.port, asked.port),
    security: held('security', form.security, locked.relay?.security, asked.security),
    timeout: held('timeout', form.timeout, seconds === undefined ? undefined : seconds * 1_000, asked.timeout),
    approvedDomains: approvedBy(locked.approvedDomains, form.approvedDomains, faults),
  };
}

function approvedBy(locked: readonly string[] | undefined, typed: readonly string[], faults: Faultfinder): string[] {
  if (locked === undefined) return [...typed];
  for (const domain of typed) if (!locked.includes(domain)) faults.add('approvedDomains', 'locked', domain);
  return [...locked];
}
