import * as z from 'zod/mini';
import { flaws } from '../../src/core/flaw.ts';
import { appearances } from './appearances.ts';

const short = z.string().check(z.maxLength(2_048));

export const languages = ['system', 'en', 'de', 'pseudo'] as const;

export const settingsSchema = z.strictObject({
  language: z.enum(languages),
  appearance: z.enum(appearances),
  /** Short or full name of the mail server; empty: it is worked out. */
  server: short,
  domain: short,
  approvedDomains: z.array(short).check(z.maxLength(100)),
  /** PEM of further trusted issuers; empty: none. */
  ca: z.string().check(z.maxLength(1_500_000)),
  /** Seconds for a whole run. */
  timeout: z.number().check(z.gte(1), z.lte(3_600)),
  /** Days that runs are kept in the history; 0: none are kept. */
  historyDays: z.int().check(z.gte(0), z.lte(3_650)),
  checkForUpdates: z.boolean(),
});
export type Settings = z.infer<typeof settingsSchema>;

export const settingsPatchSchema = z.partial(settingsSchema);

/** The settings that hold after a change; or why nothing has changed: one of them is of no use, or they cannot be stored. */
export const settingsChangeSchema = z.union([
  z.strictObject({ settings: settingsSchema }),
  z.strictObject({
    invalid: z.array(
      z.strictObject({
        field: z.enum(Object.keys(settingsSchema.shape) as (keyof Settings)[]),
        flaw: z.enum(flaws),
        value: z.string(),
      }),
    ),
  }),
  z.strictObject({
    unstored: z.strictObject({ file: z.string(), reason: z.enum(['no-room', 'not-allowed', 'other']) }),
  }),
]);
export type SettingsChange = z.infer<typeof settingsChangeSchema>;

/** What an administrator can pre-set or lock: fields of the settings, and what may be done at all. */
export const policyFields = [
  'server',
  'domain',
  'approvedDomains',
  'ca',
  'relay',
  'timeout',
  'language',
  'updates',
  'sendTests',
  'rememberPasswords',
  'allowHttp',
  'tellAddress',
  'validatingResolvers',
  'updateFeed',
] as const;

/** What can be wrong with a policy, or with one of its fields; the window says it in its own words. */
export const policyFaults = [
  /** The file is there and cannot be read. */
  'unreadable',
  'too-large',
  /** An ordinary user can write the file or its folder, or has them: it counts for nothing. */
  'unprotected',
  'not-json',
  'not-a-policy',
  'newer-version',
  'unknown-field',
  'wrong-value',
  /** The certificate file that it names. */
  'ca-unreadable',
  'ca-unprotected',
  'private-key',
  'no-certificate',
  'damaged-certificate',
] as const;
export type PolicyFault = (typeof policyFaults)[number];

export const policySchema = z.strictObject({
  /** Each field that has a policy: its value as text, where it stands, such as a path, and whether it may be changed. */
  fields: z.array(
    z.strictObject({ field: z.enum(policyFields), value: z.string(), source: short, locked: z.boolean() }),
  ),
  sendTests: z.boolean(),
  updates: z.boolean(),
  rememberPasswords: z.boolean(),
  /** What is wrong with a policy: it is said and not guessed at. `detail` names the field, or is empty. */
  faults: z.array(z.strictObject({ source: short, fault: z.enum(policyFaults), detail: short })),
});
export type PolicyState = z.infer<typeof policySchema>;

export const secretStoreSchema = z.strictObject({
  /** `plain-text`: the system has only a store that hides nothing. `locked`: it has one that its owner has not opened. */
  state: z.enum(['ready', 'plain-text', 'none', 'locked', 'forbidden', 'demo']),
  /** Name of the system's store, for people: "GNOME Keyring". */
  backend: short,
  remembered: z.array(z.strictObject({ user: short, savedAt: z.string() })),
});
export type SecretStoreState = z.infer<typeof secretStoreSchema>;

/** What keeps an account of the embedded world from signing in; the window says it in its own words. */
export const demoAccountStates = [
  'normal',
  'logon-hours',
  'workstation',
  'password-expired',
  'disabled',
  'account-expired',
  'must-change-password',
  'locked',
] as const;
export type DemoAccountState = (typeof demoAccountStates)[number];

export const demoSchema = z.strictObject({
  accounts: z.array(z.strictObject({ user: short, name: short, state: z.enum(demoAccountStates) })),
  password: short,
  recipient: short,
  faults: z.array(z.strictObject({ id: short, what: short, expects: short })),
  /** Ids of what is broken now. */
  broken: z.array(short),
  notes: z.array(short),
});
export type DemoState = z.infer<typeof demoSchema>;

export const updateSchema = z.strictObject({
  state: z.enum(['off', 'forbidden', 'idle', 'checking', 'none', 'downloading', 'ready', 'failed']),
  version: short,
  detail: short,
});
export type UpdateState = z.infer<typeof updateSchema>;

export const appInfoSchema = z.strictObject({
  version: short,
  platform: z.enum(['linux', 'win32', 'darwin']),
  /** BCP 47, of the system. */
  locale: short,
  versions: z.array(z.strictObject({ name: short, version: short })),
  settings: settingsSchema,
  policy: policySchema,
  secrets: secretStoreSchema,
  demo: z.nullable(demoSchema),
  update: updateSchema,
  /** The sign-in name of whoever uses this computer, if the system tells one that is worth suggesting. */
  suggestedUser: short,
  /** Whether the program was opened with a file, which `report.opened` reads. */
  openedFile: z.boolean(),
});
export type AppInfo = z.infer<typeof appInfoSchema>;

export const menuCommands = [
  'set-up',
  'diagnose',
  'send',
  'settings',
  'open-report',
  'copy-report',
  'save-bundle',
  'run',
  'cancel',
  'about',
] as const;
export type MenuCommand = (typeof menuCommands)[number];
