import type { LabAccount } from '../accounts.ts';
import { type BerElement, berChildren, berString, berText } from '../ber.ts';
import { cap } from '../log.ts';
import { answerBind, whoAmI } from './bind.ts';
import type { Controller } from './controller.ts';
import { type LdapRequest, message, requestTag, responseTagFor, result, resultCode } from './message.ts';
import { answerSearch, readSearch } from './search.ts';

/** What a connection has become so far. */
export interface SessionState {
  readonly tls: boolean;
  readonly account: LabAccount | undefined;
}

export interface Response {
  readonly messages: readonly Buffer[];
  readonly account: LabAccount | undefined;
  readonly next: 'go-on' | 'start-tls' | 'end';
}

export const startTlsOid = '1.3.6.1.4.1.1466.20037';
const whoAmIOid = '1.3.6.1.4.1.4203.1.11.3';
const disconnectionOid = '1.3.6.1.4.1.1466.20036';

/** Answers one request. Throws BerError when its content is not what its tag promises. */
export function respond(request: LdapRequest, state: SessionState, controller: Controller): Response {
  const { id, operation } = request;
  const tag = responseTagFor(operation.tag);
  const go = { account: state.account, next: 'go-on' } as const;
  if (operation.tag === requestTag.unbind) return { ...go, messages: [], next: 'end' };
  if (tag === undefined) return { ...go, messages: [] };
  switch (operation.tag) {
    case requestTag.bind: {
      // Whatever comes of it, the identity from before is gone (RFC 4511 4.2.1).
      const bound = answerBind(operation, state.tls, controller);
      return { ...go, account: bound.account, messages: [message(id, result(tag, bound.result))] };
    }
    case requestTag.search: {
      const messages = answerSearch(request, state.account, controller);
      const base = cap(readSearch(operation).base);
      controller.log.add({ kind: 'ldap.search', server: controller.host, base, messages: messages.length });
      return { ...go, messages };
    }
    case requestTag.extended:
      return { ...go, ...extended(id, tag, operation, state) };
    default:
      return { ...go, messages: [message(id, result(tag, { code: resultCode.unwillingToPerform }))] };
  }
}

/** Notice of Disconnection (RFC 4511 4.4.1): the last word to who sends no LDAP. */
export function disconnection(): Buffer {
  return message(0, result(0x78, { code: resultCode.protocolError }, berText(disconnectionOid, 0x8a)));
}

function extended(
  id: number,
  tag: number,
  operation: BerElement,
  { tls, account }: SessionState,
): Pick<Response, 'messages'> & Partial<Response> {
  const name = berString(berChildren(operation.body)[0]);
  const success = { code: resultCode.success };
  if (name === whoAmIOid) return { messages: [message(id, result(tag, success, berText(whoAmI(account), 0x8b)))] };
  if (name !== startTlsOid) return { messages: [message(id, result(tag, { code: resultCode.protocolError }))] };
  if (tls) return { messages: [message(id, result(tag, { code: resultCode.operationsError }))] };
  return { messages: [message(id, result(tag, success, berText(startTlsOid, 0x8a)))], next: 'start-tls' };
}
