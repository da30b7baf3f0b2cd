export const goalsWords = {
  diagnose: 'Everything',
  resolve: 'The server’s name',
  'locate-dc': 'The domain controller',
  'sign-in': 'The sign-in',
  route: 'The route of mail',
  send: 'A test message',
  discover: 'The settings of an address',
  'set-up': 'The set-up of an account',
} as const;
