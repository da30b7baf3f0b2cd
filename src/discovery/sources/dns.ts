import { failed, type Problem, warned } from '../../core/index.ts';
import { locateService, type ServiceTarget, type UselessRecord } from '../../dns/index.ts';
import { problem } from '../../problems/index.ts';
import type { FoundSettings, ServerSetting, Step } from '../../run/index.ts';
import type { Question, Source, SourceTools } from '../source.ts';

/** A service as SRV records name it, and how it is spoken to (RFC 6186 3, RFC 8314 5.1, RFC 8620 2.2). */
interface SrvService {
  readonly label: string;
  readonly service: ServerSetting['service'];
  readonly security: ServerSetting['security'];
}

const srvServices: readonly SrvService[] = [
  { label: '_submissions', service: 'submission', security: 'implicit' },
  { label: '_submission', service: 'submission', security: 'starttls' },
  { label: '_imaps', service: 'imap', security: 'implicit' },
  { label: '_imap', service: 'imap', security: 'starttls' },
  { label: '_pop3s', service: 'pop3', security: 'implicit' },
  { label: '_pop3', service: 'pop3', security: 'starttls' },
  { label: '_jmap', service: 'jmap', security: 'implicit' },
];

/**
 * The mail domain's SRV records (RFC 6186, RFC 8314, RFC 8620), all asked at once. Targets come in the order to try them
 * (RFC 2782); a target `.` says that a service is not offered, and is heard as an answer without servers.
 */
export const askDns: Source = async (question, tools, step) => {
  const answers = await Promise.all(srvServices.map((service) => askService(service, question, tools, step)));
  const found = answers.flatMap((answer) => answer.found ?? []);
  const fault = answers.find(({ unheard }) => unheard !== null)?.unheard ?? null;
  if (found.length === 0 && fault !== null) return failed(fault);
  return warned(
    found,
    answers.flatMap(({ problems }) => problems),
  );
};

interface Answer {
  readonly found: FoundSettings | null;
  /** What is wrong with records that were heard. */
  readonly problems: readonly Problem[];
  /** Why nothing was heard. */
  readonly unheard: Problem | null;
}

async function askService(
  { label, service, security }: SrvService,
  { domain }: Question,
  { resolver, validates }: SourceTools,
  step: Step,
): Promise<Answer> {
  const name = `${label}._tcp.${domain}`;
  const location = await locateService(name, resolver, step);
  if (location.kind === 'failed') return { found: null, problems: [], unheard: location.problem };
  const useless = location.kind === 'not-offered' ? [] : location.useless.slice(0, mostUseless);
  const problems = useless.map((record) => uselessProblem(name, record));
  if (location.kind === 'none') return { found: null, problems, unheard: null };
  const targets: readonly ServiceTarget[] = location.kind === 'found' ? location.targets : [];
  const servers = targets.map(
    ({ host, port }): ServerSetting => ({
      service,
      host,
      port,
      security,
      authentication: [],
      user: null,
      url: service === 'jmap' ? `https://${host}${port === 443 ? '' : `:${port}`}/.well-known/jmap` : null,
    }),
  );
  const trust = location.kind === 'found' && validates(location.authenticatedBy) ? 'signed-dns' : 'dns';
  return { found: { origin: name, trust, provider: null, servers, documentation: [] }, problems, unheard: null };
}

/** More bad records of one name tell nobody more. */
const mostUseless = 5;

const flaws: Readonly<Record<UselessRecord['flaw'], string>> = {
  address: 'it is an IP address, which can prove no name',
  'short-name': 'it is not a full name',
  'no-port': 'there is no port 0',
};

function uselessProblem(name: string, { target, port, flaw }: UselessRecord): Problem {
  return problem('settings.srv-useless', { name, target, port, reason: flaws[flaw] });
}
