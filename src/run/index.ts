export { defineProbe } from './define.ts';
export type {
  ProbeFinished,
  ProbeStarted,
  RunEvent,
  RunFinished,
  RunStarted,
} from './event.ts';
export type { Exchange, Observation, Protocol, TranscriptLine } from './observation.ts';
export type { EndExchange, Probe, Step } from './probe.ts';
export { initialState, type RunState, reduceRun, replay } from './report/reduce.ts';
export type {
  AccountReport,
  CandidateReport,
  CertificateReport,
  Chain,
  ChainPatch,
  CustodyReport,
  DcCandidateReport,
  DomainControllerReport,
  EndpointReport,
  GatewayReport,
  NameReport,
  PermissionReport,
  ProbeReport,
  RelayReport,
  ReplyReport,
  Report,
  RequestSummary,
  RouteReport,
  RunOutcome,
  SignInReport,
  TlsReport,
} from './report/schema.ts';
export { type RunHeader, runPlan } from './runner.ts';
