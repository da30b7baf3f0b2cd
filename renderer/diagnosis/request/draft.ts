import type { AppInfo, AskedField, AskedRun, PasswordSource } from '../../../electron/contract.ts';
import type { Remedy, RemedyOption } from '../../../src/core/index.ts';
import type { Report } from '../../../src/run/index.ts';
import { emptyAsked } from '../../run/asked.ts';
import { fieldsOf } from './fields.ts';

/** The form before anybody typed. Approved domains and certificates of the settings count without standing here. */
export function firstDraft({ settings, policy, suggestedUser, demo }: AppInfo): AskedRun {
  return {
    ...emptyAsked,
    server: settings.server,
    domain: settings.domain,
    user: demo?.accounts[0]?.user ?? suggestedUser,
    to: demo === null ? [] : [demo.recipient],
    send: policy.sendTests,
  };
}

/** The form as it is sent: what the goal has no field for is left out, wherever it comes from. */
export function askedOf(draft: AskedRun): AskedRun {
  const { main, more } = fieldsOf(draft.goal);
  const known = new Set<string>(['goal', ...main, ...more]);
  return Object.fromEntries(
    Object.entries(draft).map(([field, value]) => [
      field,
      known.has(field) ? value : emptyAsked[field as keyof AskedRun],
    ]),
  ) as AskedRun;
}

/** A search for settings needs nobody: without a password, a name that happens to be there signs in nowhere. */
export function withoutIdleUser(asked: AskedRun, password: PasswordSource): AskedRun {
  return asked.goal === 'discover' && password.kind === 'none' ? { ...asked, user: '' } : asked;
}

const fieldOf: Readonly<Record<RemedyOption, keyof AskedRun>> = {
  'approve-domain': 'approvedDomains',
  ca: 'ca',
  dns: 'dns',
  domain: 'domain',
  from: 'from',
  port: 'port',
  'relay-user': 'relayUser',
  search: 'search',
  server: 'server',
  site: 'site',
  user: 'user',
};

/** The field that a remedy fills. */
export function remedyField({ option }: Remedy): keyof AskedRun {
  return fieldOf[option];
}

/** Some remedies only name what is wanted, in capitals as in a usage line: a person has to fill it in. */
export function isPlaceholder({ value }: Remedy): boolean {
  return /^[A-Z]+$/.test(value);
}

/** The form with a remedy in it. */
export function withRemedy(draft: AskedRun, remedy: Remedy): AskedRun {
  const { value } = remedy;
  if (remedy.option === 'approve-domain') {
    return { ...draft, approvedDomains: [...new Set([...draft.approvedDomains, value])] };
  }
  return { ...draft, [remedyField(remedy)]: value };
}

/** The form that a shown run was asked with, as far as its report tells: no contents of messages or certificates. */
export function draftOf({ request }: Report, before: AskedRun): AskedRun {
  if (request === null) return before;
  const { options, goal } = request;
  const text = (name: string) => {
    const value = options[name];
    return Array.isArray(value) ? value.join(', ') : String(value ?? '');
  };
  const list = (name: string) => {
    const value = options[name];
    return Array.isArray(value) ? value.map(String) : [];
  };
  const security = text('security');
  return {
    ...emptyAsked,
    goal,
    server: text('server'),
    user: text('user'),
    domain: text('domain'),
    site: text('site'),
    destination: text('destination'),
    to: list('to'),
    from: text('from'),
    send: before.send && options['send'] !== false,
    readBack: options['readBack'] === true,
    relayUser: text('relayUser'),
    dns: text('dns'),
    search: text('search'),
    port: text('port'),
    security: security === 'implicit' || security === 'starttls' ? security : '',
    approvedDomains: list('approvedDomains'),
    ca: before.ca,
  };
}

const policyOf: Partial<Readonly<Record<AskedField, string>>> = { port: 'relay', security: 'relay' };

/** What the administrator has set for a field that nobody may change; null where it may be changed. */
export function lockOf(field: AskedField, { policy }: AppInfo) {
  return policy.fields.find((one) => one.locked && one.field === (policyOf[field] ?? field)) ?? null;
}
