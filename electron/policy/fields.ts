import { posix, win32 } from 'node:path';
import * as z from 'zod/mini';
import {
  longestTimeout,
  type Parsed,
  parseAddress,
  parseDomain,
  parseServer,
  securities,
} from '../../src/chain/parse/index.ts';
import { policyFields } from '../contract.ts';

function parsed<T>(parse: (text: string) => Parsed<T>) {
  const read = z.transform<string, T>((text, context) => {
    const value = parse(text);
    if (value.ok) return value.value;
    context.issues.push({ code: 'custom', input: text, message: value.error });
    return z.NEVER;
  });
  return z.pipe(z.string(), read);
}

/** A path on this computer: nothing that the network has to answer for, as `\\server\share` would be. */
function isLocalPath(path: string): boolean {
  return posix.isAbsolute(path) ? !path.startsWith('//') : /^[a-z]:\\/i.test(path) && win32.isAbsolute(path);
}

function isFeed(text: string): boolean {
  try {
    return new URL(text).protocol === 'https:';
  } catch {
    return false;
  }
}

const relaySchema = z.strictObject({
  port: z.optional(z.int().check(z.gte(1), z.lte(65_535))),
  security: z.optional(z.enum(securities)),
});

/** A document names the file; what is in it is read once it is known to count. */
const certificateFile = z.pipe(
  z.string().check(z.refine(isLocalPath)),
  z.transform((file) => ({ file, pem: '' })),
);

/** What the fields of a policy may hold. */
export const fieldsSchema = z.partial(
  z.object({
    server: parsed(parseServer),
    domain: parsed(parseDomain),
    approvedDomains: z.array(parsed(parseDomain)).check(z.maxLength(100)),
    ca: certificateFile,
    relay: relaySchema,
    /** Seconds. */
    timeout: z.number().check(z.gte(1), z.lte(longestTimeout)),
    language: z.enum(['system', 'en', 'de']),
    updates: z.boolean(),
    sendTests: z.boolean(),
    rememberPasswords: z.boolean(),
    allowHttp: z.boolean(),
    tellAddress: z.boolean(),
    validatingResolvers: z.array(parsed(parseAddress)).check(z.maxLength(20)),
    /** Address of the folder with the updates. */
    updateFeed: z.string().check(z.maxLength(2_048), z.refine(isFeed)),
  }),
);
export type PolicyFields = Readonly<z.infer<typeof fieldsSchema>>;
export type PolicyField = (typeof policyFields)[number] & keyof PolicyFields;

/** They permit or forbid, and there is no setting that could say otherwise: wherever they stand, they are locked. */
export const permissions: readonly PolicyField[] = [
  'sendTests',
  'rememberPasswords',
  'allowHttp',
  'tellAddress',
  'validatingResolvers',
  'updateFeed',
];

export function isPolicyField(name: string): name is PolicyField {
  return policyFields.some((field) => field === name);
}

/** The field that a registry value or a managed preference is called after: `ApprovedDomains`. */
export function fieldCalled(name: string): string {
  return policyFields.find((field) => field.toLowerCase() === name.toLowerCase()) ?? name;
}
