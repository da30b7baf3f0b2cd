export {
  type AccountServer,
  accountServers,
} from './account/servers.ts';
export { defineProbe } from './define.ts';
export type {
  ProbeFinished,
  RunEvent,
  RunStarted,
} from './event.ts';
export { type Link, type LinkState, linkOf, linksOf } from './links/links.ts';
export { countWarnings, ownProblems } from './links/own-problems.ts';
export type { Exchange } from './observation.ts';
export type { Probe, Step } from './probe.ts';
export {
  bestTrust,
  type HeardSource,
  heardSources,
  type SourceName,
  sourceNames,
} from './report/heard-sources.ts';
export { initialState, type RunState, reduceEvents, reduceRun, replay } from './report/reduce.ts';
export type {
  AccountReport,
  Arrival,
  CandidateReport,
  CertificateReport,
  Chain,
  ChainPatch,
  CustodyReport,
  DcCandidateReport,
  DeliveryNotice,
  EndpointReport,
  FoundSettings,
  GatewayReport,
  Hop,
  MailboxReport,
  NameReport,
  PermissionReport,
  ProbeReport,
  RankedServer,
  RelayReport,
  ReplyReport,
  Report,
  RequestSummary,
  RouteReport,
  RunOutcome,
  ServerSetting,
  SignInReport,
  TlsReport,
} from './report/schema.ts';
export { trustLevels } from './report/trust-levels.ts';
export { runPlan } from './runner.ts';
