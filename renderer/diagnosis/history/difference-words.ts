import { visible } from '../../../src/core/index.ts';
import { day, duration } from '../../kit/format.ts';
import { problemInWords } from '../../kit/problem-text.ts';
import type { Spoken } from '../../words/context.tsx';
import { linkName } from '../views/shared/names.ts';
import type { Difference, FactName } from './difference.ts';

/** A difference as one sentence. */
export function differenceInWords(one: Difference, spoken: Spoken): string {
  const { compare: words, outcomes, dcs, permissions } = spoken.words.views;
  const { states } = spoken.words.problem;
  switch (one.kind) {
    case 'outcome':
      return words.outcome(outcomes[one.left ?? 'none'], outcomes[one.right ?? 'none']);
    case 'problem': {
      const { title } = problemInWords(one.problem, spoken);
      return one.change === 'new' ? words.problemNew(title) : words.problemGone(title);
    }
    case 'link': {
      const say = (state: typeof one.left) => (state === null ? words.linkAbsent : states[state]);
      return words.link(linkName(one.link, spoken.words.views), say(one.left), say(one.right));
    }
    case 'fact':
      return words.fact(
        words.facts[one.fact],
        factValue(one.fact, one.left, spoken),
        factValue(one.fact, one.right, spoken),
      );
    case 'permission': {
      const { sender, recipient, authenticated } = one.permission;
      const as = authenticated ? permissions.signedIn : permissions.stranger;
      const { verdicts } = permissions;
      return words.permission(visible(sender), visible(recipient), as, verdicts[one.left], verdicts[one.right]);
    }
    case 'controller': {
      const say = (state: typeof one.left) => (state === null ? words.controllerAbsent : dcs.states[state]);
      return words.controller(visible(one.host), say(one.left), say(one.right));
    }
    case 'notice': {
      const { actions, none } = spoken.words.found.notices;
      const say = (action: typeof one.left) => (action === null ? none : actions[action]);
      return words.notice(visible(one.recipient), say(one.left), say(one.right));
    }
    case 'duration': {
      const what = one.link === null ? words.wholeRun : linkName(one.link, spoken.words.views);
      const say = one.right > one.left ? words.slower : words.faster;
      return say(what, duration(one.left, spoken.locale), duration(one.right, spoken.locale));
    }
  }
}

function factValue(fact: FactName, value: string, { words: all, locale }: Spoken): string {
  const { compare: words, account } = all.views;
  const { found } = all;
  const tables: Partial<Record<FactName, Readonly<Record<string, string>>>> = {
    custody: words.custodies,
    'relay-security': words.securities,
    'sign-in': account.signIns,
    'mailbox-sign-in': found.mailbox.signIns,
    'mailbox-security': words.securities,
  };
  if (fact === 'custody' && value === '') return words.custodies['not-sent'];
  if (value === '') return words.nothing;
  if (certificates.includes(fact)) return shortFingerprint(value);
  if (fact === 'password-expiry') return day(value, locale);
  return tables[fact]?.[value] ?? visible(value, 300);
}

const certificates: readonly FactName[] = ['relay-certificate', 'controller-certificate', 'mailbox-certificate'];

/** The beginning is enough to tell two certificates apart; the certificate's own view shows all of it. */
function shortFingerprint(fingerprint: string): string {
  const groups =
    visible(fingerprint)
      .replace(/:/g, '')
      .match(/.{1,4}/g) ?? [];
  return `${groups.slice(0, 4).join(' ')} …`;
}
