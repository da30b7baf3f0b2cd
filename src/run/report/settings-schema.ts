import * as z from 'zod';
import { tlsSchema } from './chain-schema.ts';
import { problemSchema } from './problem-schema.ts';
import { trustLevels } from './trust-levels.ts';

export const sources = ['directory', 'dns', 'autoconfig', 'pacc', 'autodiscover', 'provider', 'common-names'] as const;

export const services = ['submission', 'imap', 'pop3', 'jmap', 'exchange'] as const;

export const authentications = [
  'password',
  'encrypted-password',
  'kerberos',
  'ntlm',
  'oauth2',
  'certificate',
  'address',
  'none',
] as const;

export const serverSettingSchema = z
  .object({
    service: z.enum(services),
    host: z.string(),
    port: z.int().min(1).max(65535),
    security: z.enum(['implicit', 'starttls', 'plain']),
    authentication: z
      .array(z.enum(authentications))
      .describe('the source’s first choice first; empty when it says nothing'),
    user: z.string().nullable().describe('the user name as the source wants it, filled in; null when it says nothing'),
    url: z.string().nullable().describe('for JMAP and Exchange'),
  })
  .meta({ id: 'serverSetting' });

export const foundSettingsSchema = z
  .object({
    origin: z.string().describe('URL, DNS name or directory entry that it came from'),
    trust: z.enum(trustLevels),
    provider: z.string().nullable().describe('what the source calls the service'),
    servers: z.array(serverSettingSchema),
    documentation: z.array(z.object({ url: z.string(), text: z.string() })),
    issuer: z.string().optional().describe('who issues OAuth 2 tokens, where the source says so'),
  })
  .meta({ id: 'foundSettings' });

const answersSchema = z
  .array(foundSettingsSchema)
  .nullable()
  .describe('what this source answered; empty when it has nothing; null when it was not heard');

export const sightingSchema = z
  .object({
    address: z.string().nullable(),
    greeting: z.string().nullable(),
    tls: tlsSchema.nullable(),
    capabilities: z.array(z.string()).describe('after TLS'),
    mechanisms: z.array(z.string()).describe('SASL mechanisms'),
    passwords: z
      .enum(['taken', 'disabled', 'oauth2-only'])
      .nullable()
      .describe('whether it takes sign-ins with a password; null when that was not heard'),
  })
  .meta({ id: 'sighting' });

export const rankedServerSchema = z
  .object({
    ...serverSettingSchema.shape,
    sources: z.array(z.object({ source: z.enum(sources), origin: z.string(), trust: z.enum(trustLevels) })),
    approved: z.string().nullable().describe('what makes the host acceptable for a password; null when nothing does'),
    toApprove: z
      .string()
      .optional()
      .describe('the domain that somebody has to approve before a password may be sent there; absent where none is'),
    verified: z
      .boolean()
      .nullable()
      .describe('whether it was reached over TLS that proves its name; null when not tried'),
    fault: problemSchema.optional().describe('why it was not reached, or did not prove its name'),
    seen: sightingSchema
      .optional()
      .describe('what it showed of itself when it was tried, without credentials; absent when not tried'),
    verdict: z.enum(['chosen', 'possible', 'rejected']),
    reason: z
      .enum([
        'best-trust',
        'agreed',
        'verified',
        'less-trust',
        'less-agreement',
        'less-secure',
        'not-preferred',
        'not-verified',
        'unreachable',
        'not-approved',
        'plain',
        'oauth2-only',
        'not-for-clients',
      ])
      .describe('the one thing that decided it'),
  })
  .meta({ id: 'rankedServer' });

export const settingsSchema = z.object({
  address: z.string().nullable(),
  domain: z.string(),
  directory: answersSchema,
  dns: answersSchema,
  autoconfig: answersSchema,
  pacc: answersSchema,
  autodiscover: answersSchema,
  provider: answersSchema,
  commonNames: answersSchema,
  servers: z.array(rankedServerSchema).describe('all that were named, each once, the best first'),
});
