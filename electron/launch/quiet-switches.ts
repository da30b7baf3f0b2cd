/** What Chromium would otherwise say to the outside by itself. The program talks to the servers of a run, and to nobody else. */
export const quietSwitches = [
  'disable-background-networking',
  'disable-component-update',
  'disable-domain-reliability',
  'disable-sync',
  'no-pings',
] as const;
