import { err, ok, type Problem, type Result, race, times } from '../../core/index.ts';
import { peerName } from '../../net/index.ts';
import { problem } from '../../problems/index.ts';
import type { DnsServer } from '../settings.ts';
import { type AskOptions, askServer, type Question, type ServerTrouble } from '../transport/ask-server.ts';
import type { DnsMessage } from '../wire/message.ts';
import type { ResolverContext } from './context.ts';

/** What all servers together made of a question. */
export type Reply =
  | { readonly kind: 'message'; readonly message: DnsMessage; readonly server: string }
  | { readonly kind: 'server-failure'; readonly rcode: string; readonly server: string; readonly evidence: string[] }
  | { readonly kind: 'no-answer'; readonly problem: Problem };

interface Failure {
  readonly item: DnsServer;
  readonly error: ServerTrouble;
}

/**
 * Asks the servers, raced: the next one after a stagger, or at once when one cannot help; the first answer wins. Those
 * that said nothing are asked again, as often as the settings say; the later tries leave EDNS out, for the sake of
 * firewalls that drop it.
 */
export async function askServers(
  question: Question,
  { settings, clock, order }: ResolverContext,
  call: Pick<AskOptions, 'step' | 'signal'>,
): Promise<Reply> {
  const failures: Failure[] = [];
  let servers = order.next();
  for (let attempt = 0; attempt < settings.attempts && servers.length > 0 && !call.signal.aborted; attempt++) {
    const { timeout, useTcp = false } = settings;
    const options = { ...call, timeout, useTcp, edns: attempt === 0 };
    const round = await askRound(servers, question, options, { clock, order });
    if (round.ok) return round.value;
    failures.push(...round.error);
    servers = round.error.filter(({ error }) => error.kind === 'silent').map(({ item }) => item);
  }
  return judge(failures, settings.servers);
}

async function askRound(
  servers: readonly DnsServer[],
  question: Question,
  options: AskOptions,
  { clock, order }: Pick<ResolverContext, 'clock' | 'order'>,
): Promise<Result<Reply, readonly Failure[]>> {
  const { signal } = options;
  const settled = new Set<DnsServer>();
  const raced = { stagger: times.dnsStagger, clock, signal, discard: () => {} };
  const { winner, failures } = await race(servers, raced, async (server, own) => {
    const result = await askServer(server, question, { ...options, signal: own });
    settled.add(server);
    return result;
  });
  if (winner === null) return err(failures);
  for (const server of servers.slice(0, servers.indexOf(winner.item))) {
    const silent = !settled.has(server) || failures.some((f) => f.item === server && f.error.kind === 'silent');
    order.note(server, !silent);
  }
  order.note(winner.item, true);
  const { address, port } = winner.item;
  return ok({ kind: 'message', message: winner.value, server: peerName(address, port) });
}

/** An error of a server says more than another's silence. */
function judge(failures: readonly Failure[], servers: readonly DnsServer[]): Reply {
  const evidence = failures.map(({ item, error }) => `${nameOf(item)}: ${describe(error)}`);
  for (const { item, error } of failures) {
    if (error.kind === 'rcode') {
      return { kind: 'server-failure', rcode: error.rcode, server: nameOf(item), evidence };
    }
  }
  const silent = failures.flatMap(({ error }) => (error.kind === 'silent' ? [error.problem] : []));
  const server = servers.length === 0 ? '(none is configured)' : servers.map(nameOf).join(', ');
  const remedies = [{ option: 'dns', value: 'SERVER' }] as const;
  const cause = silent[0];
  return { kind: 'no-answer', problem: problem('dns.server-unreachable', { server }, { evidence, cause, remedies }) };
}

function describe(trouble: ServerTrouble): string {
  return trouble.kind === 'rcode' ? trouble.rcode : (trouble.problem.evidence[0] ?? trouble.problem.code);
}

function nameOf({ address, port }: DnsServer): string {
  return peerName(address, port);
}
