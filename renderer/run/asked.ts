import type { AskedRun } from '../../electron/contract.ts';

/** A form in which nothing is filled in yet: each screen spreads it and adds what it asks for. */
export const emptyAsked: AskedRun = {
  goal: 'diagnose',
  server: '',
  user: '',
  domain: '',
  site: '',
  destination: '',
  to: [],
  from: '',
  subject: '',
  text: '',
  attachments: [],
  dsn: false,
  requireTls: false,
  readBack: false,
  send: true,
  relayUser: '',
  dns: '',
  search: '',
  ca: '',
  port: '',
  security: '',
  approvedDomains: [],
  timeout: '',
};
