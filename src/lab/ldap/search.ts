import { baseDn, type LabAccount } from '../accounts.ts';
import {
  type BerElement,
  BerError,
  ber,
  berChildren,
  berInteger,
  berNumber,
  berString,
  berTag,
  berText,
} from '../ber.ts';
import { domain } from '../dns/records.ts';
import { bindFirst, noSuchObject } from './bind.ts';
import type { Controller } from './controller.ts';
import { configurationDn } from './directory.ts';
import { attribute, type Entry, isInScope, isSameDn, readFrom, type Scope, select } from './entry.ts';
import { assertions, type Filter, matches, readFilter } from './filter.ts';
import { type LdapRequest, type LdapResult, message, messageWithControl, result, resultCode } from './message.ts';
import { netlogonAnswer } from './netlogon.ts';
import { rootDse } from './root-dse.ts';

export interface SearchRequest {
  readonly base: string;
  readonly scope: Scope;
  readonly sizeLimit: number;
  readonly typesOnly: boolean;
  readonly filter: Filter;
  readonly attributes: readonly string[];
}

const pagedResults = '1.2.840.113556.1.4.319';
const domainScope = '1.2.840.113556.1.4.1339';

/** Throws BerError for what is no search request. */
export function readSearch(operation: BerElement): SearchRequest {
  const [base, scope, , sizeLimit, , typesOnly, filter, attributes] = berChildren(operation.body);
  const scopeName = (['base', 'one', 'subtree'] as const)[berNumber(scope)];
  if (!scopeName || !attributes) throw new BerError('no search request');
  return {
    base: berString(base),
    scope: scopeName,
    sizeLimit: berNumber(sizeLimit),
    typesOnly: typesOnly?.body[0] !== 0,
    filter: readFilter(filter),
    attributes: berChildren(attributes.body).map(berString),
  };
}

/** All messages that answer a search: entries, a reference where Active Directory gives one, and the result. */
export function answerSearch(
  { id, operation, controls }: LdapRequest,
  account: LabAccount | undefined,
  controller: Controller,
): Buffer[] {
  const search = readSearch(operation);
  const has = (oid: string) => controls.some((control) => control.oid === oid);
  const unknown = controls.find(({ oid, critical }) => critical && oid !== pagedResults && oid !== domainScope);
  const found = unknown
    ? { entries: [], result: { code: resultCode.unavailableCriticalExtension } }
    : find(search, account, controller);
  const references = found.result.code === resultCode.success && isDomainWide(search) && !has(domainScope);
  const done = result(0x65, found.result);
  return [
    ...found.entries.map((entry) => message(id, encodeEntry(entry, search))),
    ...(references ? [message(id, ber(0x73, berText(`ldap://${domain}/${configurationDn}`)))] : []),
    // Everything is on the first page: an empty cookie says that there is no other (RFC 2696).
    has(pagedResults)
      ? messageWithControl(id, done, pagedResults, ber(berTag.sequence, berInteger(0), berText('')))
      : message(id, done),
  ];
}

/** SearchResultEntry (RFC 4511 4.5.2); only what the search asked for. */
function encodeEntry(entry: Entry, { attributes, typesOnly }: Pick<SearchRequest, 'attributes' | 'typesOnly'>): Buffer {
  const list = select(entry, attributes).map(({ name, values }) =>
    ber(berTag.sequence, berText(name), ber(berTag.set, ...(typesOnly ? [] : values.map((value) => berText(value))))),
  );
  return ber(0x64, berText(entry.dn), ber(berTag.sequence, ...list));
}

function find(
  { base, scope, filter, sizeLimit, attributes }: SearchRequest,
  account: LabAccount | undefined,
  controller: Controller,
): { entries: Entry[]; result: LdapResult } {
  if (base === '' && scope === 'base') {
    return { entries: aboutItself(filter, attributes, controller), result: { code: resultCode.success } };
  }
  if (!account) return { entries: [], result: bindFirst };
  if (!isInScope(base, baseDn, 'subtree')) {
    const referrals = [`ldap://${domain}/${base}`];
    return { entries: [], result: { code: resultCode.referral, referrals } };
  }
  if (!controller.entries.some((entry) => isSameDn(entry.dn, base))) return { entries: [], result: noSuchObject };
  const hits = controller.entries.filter(
    (entry) =>
      isInScope(entry.dn, base, scope) && isSamePartition(entry.dn, base) && matches(filter, readFrom(entry)) === true,
  );
  const limited = sizeLimit > 0 && hits.length > sizeLimit;
  return {
    entries: limited ? hits.slice(0, sizeLimit) : hits,
    result: { code: limited ? resultCode.sizeLimitExceeded : resultCode.success },
  };
}

/** The root entry, or the answer to a ping, which comes as a search for one attribute of it (MS-ADTS 6.3.3.2). */
function aboutItself(filter: Filter, attributes: readonly string[], controller: Controller): Entry[] {
  if (attributes.some((name) => name.toLowerCase() === 'netlogon')) {
    const answer = netlogonAnswer(assertions(filter), controller);
    return answer ? [{ dn: '', attributes: [attribute('Netlogon', answer)] }] : [];
  }
  const self = rootDse(controller);
  return matches(filter, readFrom(self)) ? [self] : [];
}

/** The configuration lies below the domain by name only: it is another partition, reached by a reference. */
function isSamePartition(dn: string, base: string): boolean {
  return isInScope(dn, configurationDn, 'subtree') === isInScope(base, configurationDn, 'subtree');
}

function isDomainWide({ base, scope }: SearchRequest): boolean {
  return scope === 'subtree' && isSameDn(base, baseDn);
}
