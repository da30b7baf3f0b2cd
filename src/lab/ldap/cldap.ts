import { BerError } from '../ber.ts';
import { cap } from '../log.ts';
import type { Controller } from './controller.ts';
import { assertions } from './filter.ts';
import { readRequest, requestTag } from './message.ts';
import { answerSearch, readSearch } from './search.ts';

/** Answers one CLDAP datagram (MS-ADTS 6.3.3): searches only, as nobody. Undefined for everything else. */
export function answerPing(bytes: Buffer, controller: Controller): Buffer | undefined {
  try {
    const request = readRequest(bytes)?.request;
    if (request?.operation.tag !== requestTag.search) return undefined;
    const domain = assertions(readSearch(request.operation).filter).get('dnsdomain')?.toString('utf8') ?? '';
    controller.log.add({ kind: 'cldap.ping', server: controller.host, domain: cap(domain) });
    return Buffer.concat(answerSearch(request, undefined, controller));
  } catch (error) {
    if (error instanceof BerError) return undefined;
    throw error;
  }
}
