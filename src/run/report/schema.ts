import * as z from 'zod';
import {
  accountSchema,
  custodySchema,
  domainControllerSchema,
  nameSchema,
  permissionSchema,
  relaySchema,
  routeSchema,
  signInSchema,
} from './chain-schema.ts';
import { mailboxSchema } from './mailbox-schema.ts';
import { problemSchema } from './problem-schema.ts';
import { settingsSchema } from './settings-schema.ts';

const milliseconds = z.number().nonnegative();

export const chainSchema = z.object({
  name: nameSchema.nullable(),
  domainController: domainControllerSchema.nullable(),
  signIn: signInSchema.nullable(),
  account: accountSchema.nullable(),
  relay: relaySchema.nullable(),
  relayPermission: z.array(permissionSchema),
  route: routeSchema.nullable(),
  custody: custodySchema.nullable(),
  settings: settingsSchema.nullable().default(null).describe('absent in reports of versions that did not know it'),
  mailbox: mailboxSchema.nullable().default(null).describe('absent in reports of versions that did not know it'),
});

const protocolSchema = z.enum(['dns', 'cldap', 'tcp', 'tls', 'ldap', 'smtp', 'http', 'imap', 'pop3', 'system']);

export const exchangeSchema = z.object({
  type: z.literal('exchange'),
  protocol: protocolSchema,
  peer: z.string(),
  asked: z.string(),
  answered: z.string(),
  startedAt: milliseconds,
  duration: milliseconds,
  roundTrips: z.int().nonnegative(),
});

export const lineSchema = z.object({
  type: z.literal('line'),
  protocol: protocolSchema,
  peer: z.string(),
  direction: z.enum(['sent', 'received', 'note']),
  text: z.string(),
});

export const skipReasonSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('needs'), probe: z.string() }),
  z.object({ kind: z.enum(['not-requested', 'attempt-spent', 'not-applicable']) }),
]);

export const probeReportSchema = z.object({
  id: z.string(),
  outcome: z.enum(['passed', 'warned', 'failed', 'skipped', 'unknown', 'running', 'waiting']),
  startedAt: milliseconds.nullable().describe('milliseconds from the start of the run'),
  duration: milliseconds.nullable(),
  problem: problemSchema.nullable().describe('the decisive one'),
  problems: z.array(problemSchema),
  because: skipReasonSchema.nullable().describe('why it was skipped'),
  aside: z.boolean().describe('a side question: unanswered, it does not make the run inconclusive'),
  exchanges: z.array(exchangeSchema),
});

export const requestSummarySchema = z.object({
  goal: z.enum(['diagnose', 'resolve', 'locate-dc', 'sign-in', 'route', 'send', 'discover', 'set-up']),
  options: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])),
});

export const runOutcomeSchema = z.enum(['passed', 'failed', 'inconclusive', 'cancelled']);

export const reportSchema = z.object({
  version: z.literal(1).describe('of this format; a change that breaks readers counts it up'),
  waypost: z.string().describe('version of the program'),
  run: z.string(),
  startedAt: z.string().describe('ISO 8601, UTC'),
  duration: milliseconds.nullable(),
  outcome: runOutcomeSchema.nullable().describe('null while it runs'),
  problem: problemSchema.nullable().describe('why the run as a whole ended early, if it did'),
  request: requestSummarySchema.nullable(),
  chain: chainSchema,
  probes: z.array(probeReportSchema).describe('in chain order'),
  firstFailure: z
    .object({ probe: z.string(), code: z.string(), owner: z.string() })
    .nullable()
    .describe('the first broken link; when none is broken, the first that could not be checked'),
  roundTripFloor: z.object({
    roundTrips: z.int().nonnegative(),
    path: z.array(z.object({ probe: z.string(), step: z.string(), roundTrips: z.int().nonnegative() })),
  }),
  transcript: z.array(z.object({ at: milliseconds, ...lineSchema.omit({ type: true }).shape })),
});

/** Reports are values: nobody changes one. */
type Frozen<T> = T extends object ? { readonly [K in keyof T]: Frozen<T[K]> } : T;

export type Report = Frozen<z.infer<typeof reportSchema>>;
export type Chain = Frozen<z.infer<typeof chainSchema>>;
export type ProbeReport = Frozen<z.infer<typeof probeReportSchema>>;
export type RequestSummary = Frozen<z.infer<typeof requestSummarySchema>>;
export type RunOutcome = z.infer<typeof runOutcomeSchema>;

type Section<K extends keyof Chain> = NonNullable<Chain[K]>;
export type NameReport = Section<'name'>;
export type CandidateReport = NameReport['candidates'][number];
export type DomainControllerReport = Section<'domainController'>;
export type DcCandidateReport = DomainControllerReport['candidates'][number];
export type SignInReport = Section<'signIn'>;
export type AccountReport = Section<'account'>;
export type RelayReport = Section<'relay'>;
export type EndpointReport = RelayReport['endpoints'][number];
export type TlsReport = NonNullable<RelayReport['tls']>;
export type CertificateReport = NonNullable<RelayReport['certificate']>;
export type PermissionReport = Section<'relayPermission'>[number];
export type ReplyReport = NonNullable<PermissionReport['reply']>;
export type RouteReport = Section<'route'>;
export type GatewayReport = RouteReport['gateways'][number];
export type CustodyReport = Section<'custody'>;
export type Arrival = NonNullable<CustodyReport['arrival']>;
export type Hop = Arrival['hops'][number];
export type DeliveryNotice = NonNullable<CustodyReport['recipients'][number]['notice']>;
export type MailboxReport = Section<'mailbox'>;
export type SettingsReport = Section<'settings'>;
export type FoundSettings = NonNullable<SettingsReport['dns']>[number];
export type ServerSetting = FoundSettings['servers'][number];
export type RankedServer = SettingsReport['servers'][number];

/** What one probe adds to the chain: the fields of a section are merged, `relayPermission` is appended to. */
export type ChainPatch = {
  readonly [K in keyof Chain]?: Chain[K] extends readonly unknown[] ? Chain[K] : Partial<Section<K>>;
};
