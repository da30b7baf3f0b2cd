import * as z from 'zod';
import { tlsSchema } from './chain-schema.ts';

const port = z.int().min(1).max(65535);

export const mailboxSchema = z.object({
  protocol: z.enum(['imap', 'pop3']),
  host: z.string(),
  address: z.string().nullable(),
  port: port.nullable(),
  security: z.enum(['implicit', 'starttls']).nullable(),
  greeting: z.string().nullable(),
  capabilities: z.array(z.string()).describe('after TLS'),
  mechanisms: z.array(z.string()).describe('SASL mechanisms'),
  passwords: z
    .enum(['taken', 'disabled', 'oauth2-only'])
    .nullable()
    .describe('whether it takes sign-ins with a password; null when that was not heard'),
  tls: tlsSchema.nullable(),
  signIn: z.enum(['accepted', 'rejected', 'not-checked']),
  user: z.string().nullable().describe('the name that was given to the server'),
  quota: z
    .array(
      z.object({
        resource: z.enum(['storage', 'messages']),
        used: z.number().nonnegative().describe('octets, or messages'),
        limit: z.number().nonnegative(),
      }),
    )
    .describe('RFC 9208; empty when the server does not tell'),
  folders: z
    .array(
      z.object({
        path: z.string(),
        role: z.enum(['inbox', 'sent', 'drafts', 'trash', 'junk', 'archive', 'all', 'flagged', 'important']),
      }),
    )
    .describe('the folders that have a role (RFC 6154)'),
});
