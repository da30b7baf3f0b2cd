export const accountWords = {
  title: 'Account',
  name: 'Name',
  mail: 'E-mail address',
  noMail: 'none in the directory',
  aliases: 'Further addresses',
  noAliases: 'none',
  upn: 'User principal name',
  sam: 'Short sign-in name',
  dn: 'Entry in the directory',
  homeServer: 'Home server',
  expires: 'Password expires',
  expiresIn: (day: string, days: number) =>
    days < 0
      ? `on ${day}, which is past`
      : days === 0
        ? `within a day, on ${day}`
        : days === 1
          ? `in 1 day, on ${day}`
          : `in ${days} days, on ${day}`,
  expiresNever: 'never, or the directory does not tell',
  badCount: 'Wrong passwords counted',
  badCountUnknown: 'the directory does not tell',
  lastBad: 'Last wrong password',
  signIn: 'Sign-in',
  signIns: { accepted: 'accepted', rejected: 'not accepted', 'not-checked': 'not checked' },
  signInAt: (state: string, host: string) => `${state} by ${host}`,
  notAsked: 'The account was not asked about in this run.',
} as const;
