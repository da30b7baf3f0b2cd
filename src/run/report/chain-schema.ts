import * as z from 'zod';

const milliseconds = z.number().nonnegative();
const port = z.int().min(1).max(65535);

export const candidateSchema = z
  .object({
    name: z.string().describe('the full name that was asked'),
    suffix: z.string().nullable().describe('search suffix that made it, null when the name was asked as it was typed'),
    source: z.string().describe('where the suffix comes from, in words'),
    approves: z.boolean().describe('whether names under this suffix are approved without asking'),
    verdict: z
      .enum([
        'taken',
        'same-host',
        'ambiguous',
        'later-in-order',
        'no-such-name',
        'no-data',
        'server-failure',
        'no-answer',
        'cname-loop',
      ])
      .describe('what became of it'),
    addresses: z.array(z.string()),
    canonicalName: z.string().nullable().describe('the last name of its CNAME chain, when there is one'),
    server: z.string().nullable().describe('DNS server that answered, address:port'),
    duration: milliseconds,
  })
  .meta({ id: 'candidate' });

export const nameSchema = z.object({
  asked: z.string().describe('the name as it was typed or worked out'),
  origin: z
    .enum(['typed', 'srv', 'short-name'])
    .describe('who named the server: the person, an SRV record, or a common short name'),
  fqdn: z.string().nullable(),
  addresses: z.array(z.string()),
  approvedBy: z.string().nullable().describe('what makes the name acceptable for a password, null when nothing does'),
  candidates: z.array(candidateSchema),
  systemResolver: z
    .object({ addresses: z.array(z.string()), error: z.string().nullable() })
    .nullable()
    .describe('what other programs see'),
});

export const certificateSchema = z
  .object({
    subject: z.string(),
    issuer: z.string(),
    names: z.array(z.string()).describe('subjectAltName DNS names and addresses'),
    notBefore: z.string().describe('ISO 8601'),
    notAfter: z.string().describe('ISO 8601'),
    serialNumber: z.string(),
    fingerprint256: z.string(),
    key: z.string().describe('for example RSA 2048 or EC prime256v1'),
    chain: z.array(z.string()).describe('subjects from the leaf to the last certificate that is known'),
    verified: z.boolean(),
  })
  .meta({ id: 'certificate' });

export const tlsSchema = z
  .object({
    protocol: z.string(),
    cipher: z.string(),
    certificate: certificateSchema.nullable(),
  })
  .meta({ id: 'tls' });

export const dcCandidateSchema = z
  .object({
    host: z.string(),
    port,
    priority: z.int(),
    weight: z.int(),
    rank: z.int().describe('place in the order that was tried, from 1'),
    addresses: z.array(z.string()),
    site: z.string().nullable(),
    closest: z.boolean().nullable().describe('whether the DC says that it is in the closest site'),
    ping: milliseconds.nullable().describe('CLDAP latency, null when there was no answer'),
    ldaps: milliseconds.nullable().describe('time until a verified TLS session stood'),
    certificate: certificateSchema.nullable(),
    state: z.enum(['chosen', 'usable', 'not-tried', 'no-answer', 'unusable']),
    problem: z.string().nullable().describe('problem code'),
  })
  .meta({ id: 'dcCandidate' });

export const domainControllerSchema = z.object({
  domain: z.string(),
  netbiosDomain: z.string().nullable(),
  forest: z.string().nullable(),
  host: z.string().nullable(),
  address: z.string().nullable(),
  port: port.nullable(),
  site: z.string().nullable().describe('the site of the chosen DC'),
  clientSite: z.string().nullable().describe('the site that the directory puts this client into'),
  security: z.enum(['ldaps', 'starttls']).nullable(),
  candidates: z.array(dcCandidateSchema),
});

export const signInSchema = z.object({
  outcome: z.enum(['accepted', 'rejected', 'not-checked']),
  principal: z.string().nullable().describe('the name that was given to the directory'),
  host: z.string().nullable(),
});

export const accountSchema = z.object({
  dn: z.string(),
  displayName: z.string().nullable(),
  mail: z.string().nullable(),
  aliases: z.array(z.string()).describe('further SMTP addresses, the primary one left out'),
  userPrincipalName: z.string().nullable(),
  samAccountName: z.string().nullable(),
  homeServer: z.string().nullable(),
  passwordExpiresAt: z.string().nullable().describe('ISO 8601, null when it never does or is not known'),
  lastBadPasswordAt: z.string().nullable().describe('ISO 8601'),
  badPasswordCount: z.int().nullable(),
});

export const endpointSchema = z
  .object({
    port,
    security: z.enum(['implicit', 'starttls']),
    state: z.enum(['chosen', 'usable', 'unusable', 'not-finished']),
    address: z.string().nullable(),
    greeting: z.string().nullable(),
    extensions: z.array(z.string()).describe('EHLO keywords after TLS'),
    mechanisms: z.array(z.string()),
    tls: tlsSchema.nullable(),
    duration: milliseconds,
    problem: z.string().nullable().describe('problem code'),
  })
  .meta({ id: 'endpoint' });

export const relaySchema = z.object({
  host: z.string(),
  address: z.string().nullable(),
  port: port.nullable(),
  security: z.enum(['implicit', 'starttls']).nullable(),
  mechanism: z.string().nullable().describe('SASL mechanism that was accepted with 235'),
  tls: tlsSchema.nullable(),
  certificate: certificateSchema.nullable(),
  extensions: z.array(z.string()),
  endpoints: z.array(endpointSchema),
});

export const replySchema = z
  .object({
    code: z.int(),
    enhanced: z.string().nullable(),
    text: z.string(),
    meaning: z.string().nullable().describe('what the enhanced status code stands for'),
  })
  .meta({ id: 'reply' });

export const permissionSchema = z
  .object({
    sender: z.string(),
    recipient: z.string(),
    scope: z.enum(['internal', 'external']),
    authenticated: z.boolean(),
    verdict: z.enum(['accepted', 'refused', 'deferred', 'not-checked']),
    reply: replySchema.nullable(),
  })
  .meta({ id: 'permission' });

export const hopSchema = z
  .object({
    from: z.string().nullable().describe('who handed it over, by its own word'),
    by: z.string().nullable().describe('who took it'),
    with: z.string().nullable().describe('protocol, such as ESMTPS'),
    id: z.string().nullable(),
    at: z.string().nullable().describe('ISO 8601, by the clock of that server'),
    delay: z.number().nullable().describe('milliseconds since the hop before; negative where clocks disagree'),
    tls: z.boolean().nullable().describe('whether the hop says that it was encrypted; null when it does not say'),
  })
  .meta({ id: 'hop' });

export const arrivalSchema = z
  .object({
    folder: z.string(),
    role: z.enum(['inbox', 'junk']),
    after: milliseconds.describe('from the acceptance by the gateway until it was seen'),
    hops: z
      .array(hopSchema)
      .describe('Received fields (RFC 5321 4.4), the oldest first; each is the word of one server'),
  })
  .meta({ id: 'arrival' });

export const noticeSchema = z
  .object({
    action: z.enum(['delivered', 'relayed', 'expanded', 'delayed', 'failed']),
    status: z.string().nullable().describe('RFC 3463'),
    diagnostic: z.string().nullable(),
    remoteMta: z.string().nullable(),
    reportedBy: z.string().nullable(),
  })
  .meta({ id: 'notice' });

export const custodySchema = z.object({
  gateway: z.string().nullable(),
  state: z.enum(['accepted', 'refused', 'uncertain', 'not-sent']),
  queueId: z.string().nullable(),
  messageId: z.string().nullable(),
  reply: replySchema.nullable(),
  recipients: z.array(
    z.object({
      address: z.string(),
      state: z.enum(['accepted', 'refused', 'deferred', 'uncertain']),
      reply: replySchema.nullable(),
      dsn: z.boolean(),
      notice: noticeSchema.nullable().default(null).describe('the last delivery notice that came back (RFC 3464)'),
    }),
  ),
  arrival: arrivalSchema.nullable().default(null).describe('that it was seen in the mailbox; null when nobody looked'),
  statement: z.string().describe('what is known, in words, and nothing more'),
});

export const gatewaySchema = z.object({
  host: z.string(),
  preference: z.int(),
  addresses: z.array(z.string()),
  greeting: z.string().nullable(),
  reached: z.enum(['yes', 'no', 'not-tried']),
  duration: milliseconds.nullable(),
  problem: z.string().nullable(),
});

export const routeSchema = z.object({
  domain: z.string(),
  kind: z.enum(['mx', 'implicit', 'null', 'none']),
  gateways: z.array(gatewaySchema),
});
