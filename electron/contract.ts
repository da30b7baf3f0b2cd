import './contract/jitless.ts';
import * as z from 'zod/mini';
import {
  appInfoSchema,
  demoSchema,
  menuCommands,
  secretStoreSchema,
  settingsChangeSchema,
  settingsPatchSchema,
  settingsSchema,
  updateSchema,
} from './contract/app.ts';
import { startedSchema, startSchema } from './contract/asked.ts';
import {
  clientListSchema,
  clientOpenedSchema,
  clientProfileSchema,
  clientUndoneSchema,
  ofClientSchema,
} from './contract/clients.ts';
import {
  bundleSchema,
  eventBatchSchema,
  historyEntrySchema,
  openedFileSchema,
  openedPartSchema,
  openedSchema,
} from './contract/run.ts';

export * from './contract/app.ts';
export * from './contract/appearances.ts';
export * from './contract/asked.ts';
export * from './contract/clients.ts';
export * from './contract/origin.ts';
export * from './contract/run.ts';

const none = z.undefined();
const run = z.uuid();
const done = z.null();
/** 64 megabytes: a file with more is no report. */
const file = z.string().check(z.maxLength(67_108_864));

/** What the window may ask of the main process: channel → argument and answer. This and `events` are the whole IPC. */
export const calls = {
  'app.info': { takes: none, gives: appInfoSchema },
  /** Starts a run; its events follow. Answers with what is in its way instead, and then nothing was started. */
  'run.start': { takes: startSchema, gives: startedSchema },
  'run.cancel': { takes: run, gives: done },
  /** Lets go of the passwords that a run was given. */
  'run.forget': { takes: run, gives: done },
  'history.list': { takes: none, gives: z.array(historyEntrySchema) },
  'history.open': { takes: run, gives: openedSchema },
  'history.remove': { takes: z.union([run, z.literal('all')]), gives: done },
  /** Reads a report, an event file or a support bundle from its text. */
  'report.read': { takes: file, gives: openedSchema },
  /** The file that the program was opened with. */
  'report.opened': { takes: none, gives: z.nullable(openedFileSchema) },
  /** The next part of a run that was opened, once; null when it has been let go of, for other runs that were opened since. */
  'opened.more': { takes: z.uuid(), gives: z.nullable(openedPartSchema) },
  'bundle.preview': { takes: z.strictObject({ run, hidePeople: z.boolean() }), gives: bundleSchema },
  /** Asks where, then saves exactly what the preview showed. Answers with the path, or null when nothing was saved. */
  'bundle.save': { takes: bundleSchema, gives: z.nullable(z.string()) },
  'clients.list': { takes: z.strictObject({ run }), gives: clientListSchema },
  'clients.profile': { takes: ofClientSchema, gives: clientProfileSchema },
  /** Asks for a folder and writes all files of a profile there. Answers with its path, or null when nothing was written. */
  'clients.save': { takes: ofClientSchema, gives: z.nullable(z.string()) },
  /** Puts a profile where its client finds it, keeps what was there before, and starts the client. */
  'clients.open': { takes: ofClientSchema, gives: clientOpenedSchema },
  /** Takes back what `clients.open` has done, exactly, or not at all. */
  'clients.undo': { takes: z.uuid(), gives: clientUndoneSchema },
  'settings.change': { takes: settingsPatchSchema, gives: settingsChangeSchema },
  'secrets.forget': {
    takes: z.union([z.literal('all'), z.strictObject({ user: z.string() })]),
    gives: secretStoreSchema,
  },
  'clipboard.write': { takes: file, gives: done },
  'logs.open': { takes: none, gives: done },
  /** Opens a page in the system's browser, if it is one of a few. Answers whether it did. */
  'link.open': { takes: z.string().check(z.maxLength(2_048)), gives: z.boolean() },
  /** Breaks the embedded world in other ways; only where the program runs in it. */
  'demo.break': { takes: z.array(z.string()).check(z.maxLength(10)), gives: demoSchema },
  'update.check': { takes: none, gives: updateSchema },
  'update.install': { takes: none, gives: done },
} as const;

/** What the main process tells the window unasked. */
export const events = {
  'run.events': eventBatchSchema,
  'settings.changed': settingsSchema,
  'secrets.changed': secretStoreSchema,
  'update.changed': updateSchema,
  'menu.command': z.enum(menuCommands),
  /** Another file was opened with the program: ask `report.opened`. */
  'file.opened': none,
} as const;

export type CallName = keyof typeof calls;
export type CallArgument<C extends CallName> = z.infer<(typeof calls)[C]['takes']>;
export type CallAnswer<C extends CallName> = z.infer<(typeof calls)[C]['gives']>;
export type EventName = keyof typeof events;
export type EventValue<E extends EventName> = z.infer<(typeof events)[E]>;

/** What the preload puts into the window, and nothing else. Rejects with Error when either side breaks the contract. */
export interface WaypostBridge {
  call<C extends CallName>(
    name: C,
    ...argument: CallArgument<C> extends undefined ? [] : [CallArgument<C>]
  ): Promise<CallAnswer<C>>;
  /** Returns what ends the subscription. */
  on<E extends EventName>(name: E, take: (value: EventValue<E>) => void): () => void;
}
