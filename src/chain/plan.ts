import type { ChainProbe } from './ports.ts';
import { account, domainController, signIn } from './probes/directory.ts';
import { submission } from './probes/message.ts';
import { nameApproval, serverName, systemResolver } from './probes/name.ts';
import { relayPermission, strangers } from './probes/permission.ts';
import { chooseEndpoint, reachRelay, relayOwnSignIn, relaySignIn, surveyEndpoints } from './probes/relay.ts';
import { gateways, route } from './probes/route.ts';
import { nameSettings, trust } from './probes/system.ts';
import type { ChainRequest } from './request.ts';

type Plan = readonly ChainProbe<unknown>[];

/** Which probes a request needs, in chain order. Pure: nothing is asked, opened or read here. */
export function makePlan(request: ChainRequest): Plan {
  switch (request.goal) {
    case 'resolve':
      return resolvePlan(request);
    case 'locate-dc':
      return locatePlan(request);
    case 'sign-in':
      return signInPlan(request);
    case 'route':
      return routePlan(request);
    case 'diagnose':
    case 'send':
      return mailPlan(request);
  }
}

function resolvePlan(request: ChainRequest): Plan {
  const settings = nameSettings(request);
  const name = serverName(request, settings);
  return [settings, name, nameApproval(request, settings, name), systemResolver(request, name)];
}

function locatePlan(request: ChainRequest): Plan {
  const settings = nameSettings(request);
  const trusted = trust(request);
  return [settings, trusted, domainController(request, settings, trusted)];
}

function signInPlan(request: ChainRequest): Plan {
  const settings = nameSettings(request);
  const trusted = trust(request);
  const dc = domainController(request, settings, trusted);
  const signedIn = signIn(request, dc);
  return [settings, trusted, dc, signedIn, account(request, signedIn)];
}

function routePlan(request: ChainRequest): Plan {
  const settings = nameSettings(request);
  const found = route(request, settings);
  return [settings, found, gateways(request, found)];
}

/** The whole chain. The directory's half and the relay's half go on at once until the password is known to be right. */
function mailPlan(request: ChainRequest): Plan {
  const settings = nameSettings(request);
  const trusted = trust(request);
  const name = serverName(request, settings);
  const approval = nameApproval(request, settings, name);
  const dc = domainController(request, settings, trusted);
  const signedIn = signIn(request, dc);
  const person = account(request, signedIn);
  const reached = reachRelay(request, settings, trusted, name);
  const endpoint = chooseEndpoint(reached);
  const relay =
    request.relayUser === null
      ? relaySignIn(request, { approval, endpoint, signedIn, person })
      : relayOwnSignIn(request.relayUser, approval, endpoint);
  const permission = relayPermission(request, relay, person);
  const asksPermission = request.goal === 'diagnose' || !request.send;
  return [
    settings,
    trusted,
    name,
    approval,
    systemResolver(request, name),
    dc,
    signedIn,
    person,
    reached,
    endpoint,
    surveyEndpoints(reached),
    relay,
    ...(asksPermission ? [permission] : []),
    ...(request.goal === 'diagnose' ? [strangers(request, settings, reached, endpoint, trusted, person)] : []),
    ...(request.send ? [submission(request, settings, relay, person, asksPermission ? permission : null)] : []),
  ];
}
