export const linksWords = {
  dns: 'Name',
  dc: 'Domain controller',
  ldap: 'Sign-in',
  relay: 'Relay',
  message: 'Message',
  mx: 'Mail gateways',
  settings: 'Settings',
  mailbox: 'Mailbox',
  custody: 'Delivery',
} as const;
