import { BerError } from '../ber.ts';
import { cap } from '../log.ts';
import type { Controller } from './controller.ts';
import { attribute } from './entry.ts';
import { assertions } from './filter.ts';
import { message, readRequest, requestTag, result, resultCode } from './message.ts';
import { netlogonAnswer } from './netlogon.ts';
import { encodeEntry, readSearch } from './search.ts';

/** Answers one CLDAP datagram (MS-ADTS 6.3.3); undefined for what is no netlogon ping. */
export function answerPing(bytes: Buffer, controller: Controller): Buffer | undefined {
  try {
    const request = readRequest(bytes)?.request;
    if (request?.operation.tag !== requestTag.search) return undefined;
    const search = readSearch(request.operation);
    if (search.base !== '' || !search.attributes.some((name) => name.toLowerCase() === 'netlogon')) return undefined;
    const asked = assertions(search.filter);
    controller.log.add({
      kind: 'cldap.ping',
      server: controller.host,
      domain: cap(asked.get('dnsdomain')?.toString('utf8') ?? ''),
    });
    const answer = netlogonAnswer(asked, controller);
    const entry = answer && encodeEntry({ dn: '', attributes: [attribute('Netlogon', answer)] }, search);
    const done = message(request.id, result(0x65, { code: resultCode.success }));
    return entry ? Buffer.concat([message(request.id, entry), done]) : done;
  } catch (error) {
    if (error instanceof BerError) return undefined;
    throw error;
  }
}
