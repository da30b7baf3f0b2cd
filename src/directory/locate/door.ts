import { err, ok, type Problem, type Result } from '../../core/index.ts';
import { connect, secure } from '../../net/index.ts';
import type { TlsReport } from '../../run/index.ts';
import { directoryOwner } from '../ldap/problem.ts';
import { type LdapSession, openSession } from '../ldap/session.ts';
import { startTls } from '../ldap/start-tls.ts';
import type { Candidate } from './candidate.ts';
import type { Locator } from './types.ts';

/** A way into a domain controller: a port, and how TLS begins on it. */
export interface Door {
  readonly port: number;
  readonly security: 'ldaps' | 'starttls';
}

/** LDAPS, LDAPS of the global catalog, StartTLS on the port that DNS names: in the order of preference. */
export function doorsOf({ target }: Candidate, { question }: Locator): Door[] {
  return [
    { port: question.ports.ldaps, security: 'ldaps' },
    { port: question.ports.globalCatalog, security: 'ldaps' },
    { port: target.port, security: 'starttls' },
  ];
}

export interface Entered extends Door {
  readonly session: LdapSession;
  readonly address: string;
  readonly facts: TlsReport;
}

export interface NotEntered {
  readonly problem: Problem;
  /** What could be seen of the TLS session all the same. */
  readonly facts: TlsReport | null;
}

/** Goes through one door: TCP, TLS (after StartTLS where that is the way), a judged certificate. Nothing else is said. */
export async function enter(
  candidate: Candidate,
  { port, security }: Door,
  { clock, step, trust }: Locator,
  signal: AbortSignal,
): Promise<Result<Entered, NotEntered>> {
  const { host } = candidate.target;
  const addresses = await candidate.addresses;
  const connection = await connect({ host, port, addresses }, { clock, step, signal });
  if (!connection.ok) return err({ problem: connection.error, facts: null });
  const { socket, address } = connection.value;
  const place = { host, port, address };
  if (security === 'starttls') {
    const started = await startTls(socket, place, { step, signal });
    if (!started.ok) return err({ problem: started.error, facts: null });
  }
  const tls = await secure(socket, { host, port, owner: directoryOwner }, trust, { step, signal });
  if (!tls.ok) return err(tls.error);
  const session = openSession(tls.value.socket, place);
  step.defer(() => session.close());
  return ok({ session, address, port, security, facts: tls.value.facts });
}
