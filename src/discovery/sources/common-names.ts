import { err, failed, ok, type Problem, passed, type Result } from '../../core/index.ts';
import { addressesOf } from '../../dns/index.ts';
import type { FoundSettings, Step } from '../../run/index.ts';
import type { Source, SourceTools } from '../source.ts';
import { imapOffers, type Offer, pop3Offers, serversAt, submissionOffers } from './offers.ts';

const allOffers: readonly Offer[] = [...submissionOffers, ...imapOffers];

/** What people call their servers, and what each of them is likely to offer. */
const commonNames: Readonly<Record<string, readonly Offer[]>> = {
  mail: allOffers,
  smtp: submissionOffers,
  imap: imapOffers,
  pop: pop3Offers,
};

/**
 * The names that many mail domains have a server of, and the name that was typed, there and under each suffix of the search list. That a name exists is all that is asked
 * here; what listens there is found out with everything else that was named.
 */
export function askCommonNames(typed: string | null): Source {
  return async ({ domain }, tools, step) => {
    const common = Object.entries(commonNames).map(([name, offers]) => [`${name}.${domain}`, offers] as const);
    const short = typed === null || typed.includes('.') ? [] : [domain, ...tools.suffixes];
    const hosts = new Map([...common, ...short.map((suffix) => [`${typed}.${suffix}`, allOffers] as const)]);
    const found = await Promise.all([...hosts].map(([host, offers]) => askName(host, offers, tools, step)));
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
