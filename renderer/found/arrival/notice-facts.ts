import { visible } from '../../../src/core/index.ts';
import type { DeliveryNotice } from '../../../src/run/index.ts';
import { statusMeaning } from '../../diagnosis/views/shared/status-meaning.ts';
import type { Words } from '../../words/words.ts';

/** Whose word a notice is, about whose answer, with its status (RFC 3463) and what that stands for. */
export function noticeFacts({ reportedBy, remoteMta, status }: DeliveryNotice, words: Words) {
  const { notices: own } = words.found;
  const meaning = statusMeaning({ enhanced: status }, words);
  return [
    ...(reportedBy === null ? [] : [{ name: own.reporter, value: visible(reportedBy, 300) }]),
    ...(remoteMta === null || remoteMta === reportedBy ? [] : [{ name: own.remote, value: visible(remoteMta, 300) }]),
    ...(status === null
      ? []
      : [{ name: own.status, value: meaning === '' ? visible(status, 20) : `${visible(status, 20)}, ${meaning}` }]),
  ];
}
