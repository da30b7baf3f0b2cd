import { failed, type Problem, passed } from '../../core/index.ts';
import { locateService, type ServiceTarget } from '../../dns/index.ts';
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
  const found = answers.flatMap((answer) => ('found' in answer ? [answer.found] : []));
  const fault = answers.find((answer): answer is { problem: Problem } => 'problem' in answer);
  if (found.length === 0 && fault !== undefined) return failed(fault.problem);
  return passed(found);
};

type Answer = { readonly found: FoundSettings } | { readonly problem: Problem } | { readonly nothing: true };

async function askService(
  { label, service, security }: SrvService,
  { domain }: Question,
  { resolver, validates }: SourceTools,
  step: Step,
): Promise<Answer> {
  const name = `${label}._tcp.${domain}`;
  const location = await locateService(name, resolver, step);
  if (location.kind === 'failed') return { problem: location.problem };
  if (location.kind === 'none') return { nothing: true };
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
  return { found: { origin: name, trust, provider: null, servers, documentation: [] } };
}
