import * as z from 'zod';

const longest = 500;
const text = z.string().max(longest);

const section = z.unknown();

/**
 * The document of draft-ietf-mailmaint-pacc, as far as it is about mail. Its sections are looked at one by one, so that a bad
 * one costs itself only. (`smtp` is the name that `submit` had up to the second draft.)
 */
export const paccSchema = z.object({
  protocols: z.object({
    imap: section.optional(),
    pop3: section.optional(),
    submit: section.optional(),
    smtp: section.optional(),
    jmap: section.optional(),
  }),
  authentication: z
    .object({
      'oauth-public': z.object({ issuer: text }).optional().catch(undefined),
      password: z.boolean().optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
  info: z
    .object({
      provider: z.object({ name: text.optional() }).optional().catch(undefined),
      help: z.object({ documentation: text.optional() }).optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
});

export const hostSection = z.object({ host: text });
export const urlSection = z.object({ url: text });

export type PaccDocument = z.infer<typeof paccSchema>;
