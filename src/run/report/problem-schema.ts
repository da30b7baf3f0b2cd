import * as z from 'zod';
import type { Problem, RemedyOption } from '../../core/index.ts';

const remedyOptions = [
  'approve-domain',
  'ca',
  'dns',
  'domain',
  'from',
  'port',
  'relay-user',
  'search',
  'server',
  'site',
  'user',
] as const satisfies readonly RemedyOption[];

const remedySchema = z.object({ option: z.enum(remedyOptions), value: z.string() });

export const problemSchema: z.ZodType<Problem> = z
  .object({
    code: z.templateLiteral([z.string(), '.', z.string()]),
    args: z.record(z.string(), z.union([z.string(), z.number()])),
    evidence: z.array(z.string()).describe('verbatim, untrusted'),
    get cause() {
      return z.exactOptional(problemSchema);
    },
    remedies: z.array(remedySchema).describe('options of a new run that would answer or avoid it'),
    owner: z
      .exactOptional(z.enum(['user', 'directory', 'dns', 'mail', 'network']))
      .describe('who can fix it, where that is not the one whom the catalogue names'),
  })
  .meta({ id: 'problem' });
