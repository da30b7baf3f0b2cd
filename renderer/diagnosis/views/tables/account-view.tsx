import type { Report } from '../../../../src/run/index.ts';
import { count, day, daysBetween, moment } from '../../../kit/format.ts';
import { type Spoken, useSpoken } from '../../../words/context.tsx';
import { EmptyState } from '../shared/empty-state.tsx';
import { type Fact, Facts } from '../shared/facts.tsx';
import type { ViewProps } from '../shared/view-props.ts';
import { whyNothing } from '../shared/why-nothing.ts';

/** The person as the directory knows them. */
export function AccountView({ report }: ViewProps) {
  const spoken = useSpoken();
  const { account: words } = spoken.words.views;
  const facts = factsOf(report, spoken);
  if (facts === null) return <EmptyState text={whyNothing(report, 'ldap.account', words.notAsked, spoken.words)} />;
  return <Facts title={words.title} facts={facts} />;
}

function factsOf(
  { chain: { account, signIn }, startedAt }: Report,
  { locale, words: all }: Spoken,
): readonly Fact[] | null {
  if (account === null) return null;
  const { account: words, notKnown } = all.views;
  const { displayName, mail, aliases, userPrincipalName, samAccountName, dn, homeServer } = account;
  const { passwordExpiresAt, badPasswordCount, lastBadPasswordAt } = account;
  const said = (name: string, value: string | null, other: string): Fact =>
    value === null ? { name, values: [other] } : { name, values: [value], untrusted: true };
  return [
    said(words.name, displayName, notKnown),
    said(words.mail, mail, words.noMail),
    aliases.length > 0
      ? { name: words.aliases, values: aliases, untrusted: true }
      : { name: words.aliases, values: [words.noAliases] },
    said(words.upn, userPrincipalName, notKnown),
    said(words.sam, samAccountName, notKnown),
    ...(signIn === null ? [] : [{ name: words.signIn, values: [signInText(signIn, all.views.account)] }]),
    { name: words.expires, values: [expiry(passwordExpiresAt, startedAt, locale, words)] },
    {
      name: words.badCount,
      values: [badPasswordCount === null ? words.badCountUnknown : count(badPasswordCount, locale)],
    },
    ...(lastBadPasswordAt === null ? [] : [{ name: words.lastBad, values: [moment(lastBadPasswordAt, locale)] }]),
    ...(homeServer === null ? [] : [said(words.homeServer, homeServer, notKnown)]),
    said(words.dn, dn === '' ? null : dn, notKnown),
  ];
}

type AccountWords = Spoken['words']['views']['account'];

function signInText({ outcome, host }: NonNullable<Report['chain']['signIn']>, words: AccountWords): string {
  return host === null ? words.signIns[outcome] : words.signInAt(words.signIns[outcome], host);
}

function expiry(at: string | null, now: string, locale: string, words: AccountWords): string {
  return at === null ? words.expiresNever : words.expiresIn(day(at, locale), daysBetween(now, at));
}
