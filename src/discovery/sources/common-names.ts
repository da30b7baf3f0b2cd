import { passed } from '../../core/index.ts';
import { addressesOf } from '../../dns/index.ts';
import type { FoundSettings, ServerSetting, Step } from '../../run/index.ts';
import type { Source, SourceTools } from '../source.ts';

type Offer = Pick<ServerSetting, 'service' | 'port' | 'security'>;

const submission: readonly Offer[] = [
  { service: 'submission', port: 465, security: 'implicit' },
  { service: 'submission', port: 587, security: 'starttls' },
];
const imap: readonly Offer[] = [
  { service: 'imap', port: 993, security: 'implicit' },
  { service: 'imap', port: 143, security: 'starttls' },
];
const pop3: readonly Offer[] = [
  { service: 'pop3', port: 995, security: 'implicit' },
  { service: 'pop3', port: 110, security: 'starttls' },
];

/** What people call their servers, and what each of them is likely to offer. */
const commonNames: Readonly<Record<string, readonly Offer[]>> = {
  mail: [...submission, ...imap],
  smtp: submission,
  imap,
  pop: pop3,
};

/**
 * The names that many mail domains have a server of, and the name that was typed. That a name exists is all that is asked
 * here; what listens there is found out with everything else that was named.
 */
export function askCommonNames(typed: string | null): Source {
  return async ({ domain }, tools, step) => {
    const short = typed === null || typed.includes('.') ? {} : { [typed]: [...submission, ...imap] };
    const names = Object.entries({ ...commonNames, ...short });
    const found = await Promise.all(names.map(([name, offers]) => askName(`${name}.${domain}`, offers, tools, step)));
    return passed(found.flatMap((one) => one ?? []));
  };
}

async function askName(
  host: string,
  offers: readonly Offer[],
  { resolver }: SourceTools,
  step: Step,
): Promise<FoundSettings | null> {
  const { addresses } = await addressesOf(resolver, host, step);
  if (addresses.length === 0) return null;
  const servers = offers.map((offer) => ({ ...offer, host, authentication: [], user: null, url: null }));
  return { origin: host, trust: 'guess', provider: null, servers, documentation: [] };
}
