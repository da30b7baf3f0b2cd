import { failed, hasValue, type Outcome, passed, times } from '../../core/index.ts';
import type { Account, SignedIn } from '../../directory/index.ts';
import type { Trust } from '../../net/index.ts';
import { defineProbe, type EndpointReport, type RelayReport, type Step } from '../../run/index.ts';
import {
  type AuthenticatedRelay,
  authenticate,
  type EndpointRace,
  type OpenRelay,
  openEndpoints,
  type RelayTarget,
} from '../../submission/index.ts';
import type { Approval } from '../approval.ts';
import { endpointsOf } from '../endpoints.ts';
import type { ServerName } from '../find-server.ts';
import { heloName } from '../helo.ts';
import { maskOf } from '../mask.ts';
import type { ChainPorts, ChainProbe } from '../ports.ts';
import type { ChainRequest } from '../request.ts';
import { signInNameOf } from '../user.ts';
import { noPassword } from './directory.ts';
import type { NameSettings } from './system.ts';

/** The relay as it was found, with its endpoints being opened. */
export interface ReachedRelay {
  readonly target: RelayTarget;
  readonly race: EndpointRace;
}

/** Opens every endpoint of the relay at once, without credentials. */
export function reachRelay(
  request: ChainRequest,
  settings: ChainProbe<NameSettings>,
  trust: ChainProbe<Trust>,
  name: ChainProbe<ServerName>,
): ChainProbe<ReachedRelay> {
  return defineProbe({
    id: 'relay.reach',
    needs: { settings, trust, name },
    deadline: times.smtpGreeting,
    run: async ({ settings, trust, name }, ports: ChainPorts, step) => {
      const { clock, recorder } = ports;
      const target = { host: name.fqdn, addresses: name.addresses, endpoints: endpointsOf(request, name.endpoint) };
      const helo = heloName(recorder.hostname, settings.os.machineDomain);
      return passed({ target, race: openEndpoints(target, { clock, trust, helo, mask: maskOf(ports) }, step) });
    },
  });
}

/** The best endpoint that is secure and takes sign-ins. */
export function chooseEndpoint(reached: ChainProbe<ReachedRelay>): ChainProbe<OpenRelay> {
  return defineProbe({
    id: 'relay.endpoint',
    needs: { reached },
    deadline: times.smtpGreeting + times.tlsHandshake,
    run: async ({ reached }, _: ChainPorts, step) => {
      step.report({ relay: { host: reached.target.host } });
      const best = await reached.race.best(step);
      if (hasValue(best)) step.report({ relay: relayFacts(best.value) });
      return best;
    },
  });
}

function relayFacts({ address, port, security, tls, extensions }: OpenRelay): Partial<RelayReport> {
  return { address, port, security, tls, certificate: tls.certificate, extensions };
}

/** What the other endpoints are like. */
export function surveyEndpoints(reached: ChainProbe<ReachedRelay>): ChainProbe<readonly EndpointReport[]> {
  return defineProbe({
    id: 'relay.survey',
    needs: { reached },
    deadline: times.smtpGreeting + times.tlsHandshake,
    aside: true,
    run: async ({ reached }, _: ChainPorts, step) => {
      const endpoints = await reached.race.survey(step);
      step.report({ relay: { endpoints } });
      return passed(endpoints);
    },
  });
}

interface SignInNeeds {
  readonly approval: ChainProbe<Approval>;
  readonly endpoint: ChainProbe<OpenRelay>;
  readonly signedIn: ChainProbe<SignedIn>;
  readonly person: ChainProbe<Account>;
}

/**
 * AUTH with a password that the directory has just accepted. A UPN is given to the relay as it is; for the other forms
 * the directory is asked first what the person's UPN is, since relays do not know `DOMAIN\\user` or a DN.
 */
export function relaySignIn(request: ChainRequest, { person, ...needs }: SignInNeeds): ChainProbe<AuthenticatedRelay> {
  return defineProbe({
    id: 'relay.sign-in',
    needs,
    considers: signInNameOf(request)?.form === 'upn' ? {} : { person },
    deadline: times.smtpCommand,
    run: async (given, { password, attempts }: ChainPorts, step): Promise<Outcome<AuthenticatedRelay>> => {
      if (password === null) return failed(noPassword('password'));
      const { endpoint, signedIn } = given;
      const known = 'person' in given && hasValue(given.person) ? given.person.value.userPrincipalName : null;
      const user = known ?? signedIn.principal;
      return reportMechanism(await authenticate({ relay: endpoint, user, password, budget: attempts }, step), step);
    },
  });
}

/**
 * AUTH with the relay's own user name and password. The directory's answer is waited for: only one password may be on its
 * way at a time, and after one that failed none is sent.
 */
export function relayOwnSignIn(
  relayUser: string,
  approval: ChainProbe<Approval>,
  endpoint: ChainProbe<OpenRelay>,
  signedIn: ChainProbe<SignedIn>,
): ChainProbe<AuthenticatedRelay> {
  return defineProbe({
    id: 'relay.sign-in',
    needs: { approval, endpoint },
    considers: { signedIn },
    deadline: times.smtpCommand,
    run: async ({ endpoint }, { relayPassword, attempts }: ChainPorts, step): Promise<Outcome<AuthenticatedRelay>> => {
      if (relayPassword === null) return failed(noPassword('relay password'));
      const attempt = { relay: endpoint, user: relayUser, password: relayPassword, budget: attempts };
      return reportMechanism(await authenticate(attempt, step), step);
    },
  });
}

function reportMechanism(outcome: Outcome<AuthenticatedRelay>, step: Step): Outcome<AuthenticatedRelay> {
  if (hasValue(outcome)) step.report({ relay: { mechanism: outcome.value.mechanism } });
  return outcome;
}
