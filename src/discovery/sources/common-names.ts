import { err, failed, ok, type Problem, passed, type Result } from '../../core/index.ts';
import { addressesOf } from '../../dns/index.ts';
import type { FoundSettings, Step } from '../../run/index.ts';
import type { Source, SourceTools } from '../source.ts';
import { imapOffers, type Offer, pop3Offers, serversAt, submissionOffers } from './offers.ts';

/** What people call their servers, and what each of them is likely to offer. */
const commonNames: Readonly<Record<string, readonly Offer[]>> = {
  mail: [...submissionOffers, ...imapOffers],
  smtp: submissionOffers,
  imap: imapOffers,
  pop: pop3Offers,
};

/**
 * The names that many mail domains have a server of, and the name that was typed. That a name exists is all that is asked
 * here; what listens there is found out with everything else that was named.
 */
export function askCommonNames(typed: string | null): Source {
  return async ({ domain }, tools, step) => {
    const short = typed === null || typed.includes('.') ? {} : { [typed]: [...submissionOffers, ...imapOffers] };
    const names = Object.entries({ ...commonNames, ...short });
    const found = await Promise.all(names.map(([name, offers]) => askName(`${name}.${domain}`, offers, tools, step)));
    const answers = found.flatMap((one) => (one.ok ? (one.value ?? []) : []));
    const unheard = found.find((one) => !one.ok);
    return answers.length === 0 && unheard?.ok === false ? failed(unheard.error) : passed(answers);
  };
}

/** @returns null when there is no such host; why that is not known */
async function askName(
  host: string,
  offers: readonly Offer[],
  { resolver, ports }: SourceTools,
  step: Step,
): Promise<Result<FoundSettings | null, Problem>> {
  const { kind, addresses, problem } = await addressesOf(resolver, host, step);
  if (problem !== null && kind !== 'no-such-name' && kind !== 'no-data') return err(problem);
  if (addresses.length === 0) return ok(null);
  return ok({
    origin: host,
    trust: 'guess',
    provider: null,
    servers: serversAt(host, offers, ports),
    documentation: [],
  });
}
