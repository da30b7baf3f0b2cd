import * as z from 'zod/mini';
import { problemShape } from './run.ts';

const short = z.string().check(z.maxLength(2_048));
/** Of one file of a profile, or of all that a note has to say. */
const text = z.string().check(z.maxLength(1_000_000));

/** Every mail client that there are profiles for. The window knows no more of them than this. */
export const clientNames = [
  'thunderbird',
  'outlook',
  'apple',
  'evolution',
  'kmail',
  'claws',
  'geary',
  'mutt',
  'neomutt',
  'aerc',
  'msmtp',
  'himalaya',
  'android',
  'sheet',
] as const;

export const filePurposes = ['import', 'place', 'administrator', 'publish', 'undo', 'scan', 'read'] as const;

/** What a person must know or do with a profile; the window says it in its own words. */
export const clientNotes = [
  'asks-for-password',
  'client-must-be-closed',
  'fresh-profile-only',
  'merge-with-existing',
  'store-password',
  'administrator-variant',
  'outlook-import',
  'outlook-new-cannot',
  'outlook-undo-forgets',
  'outlook-not-tried',
  'apple-install',
  'apple-unsigned',
  'kmail-no-import',
  'account-number',
  'claws-folder-tree',
  'scan-code',
  'no-reading',
  'format-of-version-2',
] as const;

/**
 * What one button can do. `open`: start the client with the account in it. `save`: write the files into a folder. `scan`: show
 * a code to a phone. `read`: show the settings to a person.
 */
export const clientActions = ['open', 'save', 'scan', 'read'] as const;

const client = z.enum(clientNames);

/** The account is the one that this run has found: nothing about it comes from the window. */
export const ofClientSchema = z.strictObject({ run: z.uuid(), client, language: z.enum(['en', 'de']) });

/** Installed ones first, then those of this platform, then the others. */
export const clientListSchema = z
  .array(
    z.strictObject({
      client,
      /** As its makers call it. */
      title: short,
      installed: z.boolean(),
      /** Empty where it was not found out. */
      version: short,
      action: z.enum(clientActions),
      /** Why the account cannot be held by this client. */
      problem: z.nullable(problemShape),
    }),
  )
  .check(z.maxLength(clientNames.length));
export type ListedClient = z.infer<typeof clientListSchema>[number];

/** A profile as the window shows it. No password is ever part of one. */
export const clientProfileSchema = z.strictObject({
  files: z
    .array(
      z.strictObject({
        path: short,
        purpose: z.enum(filePurposes),
        /** Where it has to be for the client to see it, as its documentation writes that; null when anywhere will do. */
        place: z.nullable(short),
        text,
      }),
    )
    .check(z.maxLength(20)),
  notes: z
    .array(z.strictObject({ code: z.enum(clientNotes), command: z.nullable(short) }))
    .check(z.maxLength(clientNotes.length)),
  /** For a phone's camera: rows of modules, `1` where one is dark. */
  qr: z.nullable(z.array(z.string().check(z.regex(/^[01]+$/), z.maxLength(200))).check(z.maxLength(200))),
});
export type ClientProfile = z.infer<typeof clientProfileSchema>;

export const clientOpenedSchema = z.union([
  z.strictObject({
    opened: z.literal(true),
    /** What `clients.undo` takes; null where there is nothing to take back. */
    undo: z.nullable(z.uuid()),
    /** How many files were there before and are kept in the folder `backup`, which is empty where there is none. */
    replaced: z.int().check(z.gte(0)),
    backup: short,
  }),
  z.strictObject({
    opened: z.literal(false),
    /**
     * `leads-outside`: a symbolic link leads the file `detail` out of the person's folder. `left-behind`: something was written
     * that could not be taken back; copies of what it has replaced are in the folder `detail`.
     */
    reason: z.enum(['not-installed', 'running', 'leads-outside', 'cannot-write', 'cannot-start', 'left-behind']),
    /** In no language: a path, the system's word for what went wrong, or nothing. */
    detail: short,
  }),
  z.strictObject({ opened: z.literal(false), reason: z.literal('problem'), problem: problemShape }),
]);
export type ClientOpened = z.infer<typeof clientOpenedSchema>;

export const clientUndoneSchema = z.union([
  z.strictObject({
    restored: z.literal(true),
    /** The folder that has what the client has made of it meanwhile; empty where that is nothing. */
    aside: short,
  }),
  z.strictObject({
    restored: z.literal(false),
    /** `gone`: it was taken back already. `changed`: the file `detail` has been changed since, and nothing was taken back. */
    reason: z.enum(['gone', 'running', 'changed', 'cannot-write']),
    /** In no language: a path, the system's word for what went wrong, or nothing. */
    detail: short,
  }),
]);
export type ClientUndone = z.infer<typeof clientUndoneSchema>;
