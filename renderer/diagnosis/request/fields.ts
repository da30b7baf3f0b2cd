import type { AskedField, AskedRun } from '../../../electron/contract.ts';

type Goal = AskedRun['goal'];

interface FieldSet {
  /** Shown at once. */
  readonly main: readonly AskedField[];
  /** Folded until somebody wants them. */
  readonly more: readonly AskedField[];
}

const names = ['dns', 'search'] as const;
const trust = ['approvedDomains', 'ca'] as const;
const sending = ['dsn', 'requireTls', 'readBack', 'send'] as const;
const relay = ['relayUser', 'relayPassword', 'port', 'security'] as const;
const directory = ['domain', 'site'] as const;

const byGoal: Readonly<Record<Goal, FieldSet>> = {
  diagnose: {
    main: ['server', 'user', 'password', 'to'],
    more: [
      ...(['from', 'subject', 'text', 'attachments'] as const),
      ...sending,
      ...relay,
      ...directory,
      ...names,
      ...trust,
      'timeout',
    ],
  },
  send: {
    main: ['server', 'user', 'password', 'to', 'subject', 'text', 'attachments'],
    more: ['from', ...sending, ...relay, ...directory, ...names, ...trust, 'timeout'],
  },
  resolve: { main: ['server'], more: ['user', ...names, 'approvedDomains', 'timeout'] },
  'locate-dc': { main: ['domain', 'user'], more: ['site', ...names, ...trust, 'timeout'] },
  'sign-in': { main: ['user', 'password'], more: [...directory, ...names, ...trust, 'timeout'] },
  route: { main: ['destination'], more: [...names, 'timeout'] },
  'set-up': {
    main: ['server', 'user', 'password'],
    more: [...(['requireTls', 'send'] as const), ...relay, ...directory, ...names, ...trust, 'timeout'],
  },
  discover: {
    main: ['destination'],
    more: [...(['user', 'password'] as const), ...directory, ...names, ...trust, 'timeout'],
  },
};

/** The fields that make sense for a goal, in the order in which they are shown. */
export function fieldsOf(goal: Goal): FieldSet {
  return byGoal[goal];
}

export const goals = Object.keys(byGoal) as readonly Goal[];
