import * as z from 'zod/mini';
import { flaws } from '../../src/core/flaw.ts';

const line = z.string().check(z.maxLength(2_048));
const lines = z.array(line).check(z.maxLength(100));

/** 25 megabytes as base64: most relays take no more. */
const mostBase64 = 35_000_000;

/** A form as it was typed. Nothing in it is believed: the main process parses it and answers with what is wrong. */
export const askedRunSchema = z.strictObject({
  goal: z.enum(['diagnose', 'resolve', 'locate-dc', 'sign-in', 'route', 'send', 'discover', 'set-up']),
  server: line,
  user: line,
  domain: line,
  site: line,
  destination: line,
  to: lines,
  from: line,
  subject: line,
  text: z.string().check(z.maxLength(1_000_000)),
  attachments: z
    .array(
      z.strictObject({ name: z.string().check(z.maxLength(255)), base64: z.string().check(z.maxLength(mostBase64)) }),
    )
    .check(z.maxLength(20)),
  /** Ask for delivery status notifications (RFC 3461). */
  dsn: z.boolean(),
  /** TLS at every further hop, or no delivery (RFC 8689). */
  requireTls: z.boolean(),
  send: z.boolean(),
  /** Look for the message, and for notices about it, in the mailbox of whoever signs in. */
  readBack: z.boolean(),
  relayUser: line,
  dns: line,
  search: line,
  /** Contents of a certificate file, PEM, or base64 of DER; empty: none. */
  ca: z.string().check(z.maxLength(1_500_000)),
  port: line,
  security: z.enum(['', 'implicit', 'starttls']),
  approvedDomains: lines,
  /** Seconds; empty: as in the settings. */
  timeout: line,
});

export type AskedRun = z.infer<typeof askedRunSchema>;

/** Fields of the form, and the two passwords that travel beside it. */
export const askedFieldSchema = z.enum([
  ...(Object.keys(askedRunSchema.shape) as (keyof AskedRun)[]),
  'password',
  'relayPassword',
]);
export type AskedField = z.infer<typeof askedFieldSchema>;

/**
 * Where a password comes from. `same-as` takes the one that an earlier run was given, so that nobody types it again
 * after a decision; the main process lets go of it when a server has refused it, and soon after the run.
 */
export const passwordSourceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('typed'), text: z.string().check(z.maxLength(4_096)) }),
  z.strictObject({ kind: z.literal('same-as'), run: z.uuid() }),
  z.strictObject({ kind: z.literal('remembered') }),
]);
export type PasswordSource = z.infer<typeof passwordSourceSchema>;

export const startSchema = z.strictObject({
  asked: askedRunSchema,
  password: passwordSourceSchema,
  relayPassword: passwordSourceSchema,
  /** Store the password, once the directory has accepted it. */
  remember: z.boolean(),
});

export const startedSchema = z.union([
  z.strictObject({ run: z.uuid() }),
  z.strictObject({
    invalid: z.array(z.strictObject({ field: askedFieldSchema, flaw: z.enum(flaws), value: z.string() })),
  }),
  /** As many runs are going on as can at once. */
  z.strictObject({ tooMany: z.int() }),
]);
