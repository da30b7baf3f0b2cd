import { problem } from '../../src/problems/index.ts';
import type { RecordedProbe } from './recorded-run.ts';

const candidate = {
  approves: true,
  canonicalName: null,
  server: '10.0.0.53:53',
  duration: 12,
} as const;

export const nameProbes: readonly RecordedProbe[] = [
  { id: 'os.dns', duration: 4 },
  {
    id: 'dns.name',
    startedAt: 4,
    duration: 27,
    chain: {
      name: {
        asked: 'mail',
        origin: 'typed',
        fqdn: 'mail.corp.example',
        addresses: ['10.1.2.3'],
        approvedBy: 'mail.corp.example is inside corp.example',
        candidates: [
          {
            ...candidate,
            name: 'mail.office.corp.example',
            suffix: 'office.corp.example',
            source: 'DHCP',
            approves: false,
            verdict: 'no-such-name',
            addresses: [],
          },
          {
            ...candidate,
            name: 'mail.corp.example',
            suffix: 'corp.example',
            source: 'DHCP',
            verdict: 'taken',
            addresses: ['10.1.2.3'],
          },
        ],
        systemResolver: { addresses: ['10.1.2.3'], error: null },
      },
    },
  },
  { id: 'dns.approval', startedAt: 31 },
];

const certificate = {
  subject: 'CN=dc1.corp.example',
  issuer: 'CN=Corp CA',
  names: ['dc1.corp.example'],
  notBefore: '2026-01-01T00:00:00.000Z',
  notAfter: '2027-01-01T00:00:00.000Z',
  serialNumber: '01',
  fingerprint256: 'AA',
  key: 'EC prime256v1',
  chain: [],
  verified: true,
} as const;

const dc1 = {
  host: 'dc1.corp.example',
  port: 389,
  priority: 0,
  weight: 100,
  rank: 1,
  addresses: ['10.1.0.1'],
  site: 'HQ',
  closest: true,
  ping: 3,
  ldaps: 21,
  certificate,
  state: 'chosen',
  problem: null,
} as const;

const dc2 = {
  ...dc1,
  host: 'dc2.corp.example',
  rank: 2,
  addresses: ['10.2.0.1'],
  site: 'Branch',
  closest: false,
  ping: null,
  ldaps: null,
  certificate: null,
  state: 'no-answer',
  problem: 'net.timeout',
} as const;

export const controllerProbes: readonly RecordedProbe[] = [
  { id: 'os.trust', duration: 9 },
  {
    id: 'dc.locate',
    startedAt: 9,
    duration: 44,
    chain: {
      domainController: {
        domain: 'corp.example',
        host: 'dc1.corp.example',
        address: '10.1.0.1',
        port: 636,
        site: 'HQ',
        security: 'ldaps',
        candidates: [dc1, dc2],
      },
    },
  },
];

export const personProbes: readonly RecordedProbe[] = [
  {
    id: 'ldap.sign-in',
    startedAt: 53,
    duration: 20,
    chain: { signIn: { outcome: 'accepted', principal: 'alice@corp.example', host: 'dc1.corp.example' } },
  },
  {
    id: 'ldap.account',
    startedAt: 73,
    duration: 68,
    chain: {
      account: {
        dn: 'CN=Alice Smith,OU=People,DC=corp,DC=example',
        displayName: 'Alice Smith',
        mail: 'alice@corp.example',
        aliases: ['a.smith@corp.example'],
        userPrincipalName: 'alice@corp.example',
        samAccountName: 'alice',
        passwordExpiresAt: '2026-12-03T07:00:00.000Z',
        badPasswordCount: 0,
      },
    },
  },
];

const refusal = {
  code: 554,
  enhanced: '5.7.1',
  text: 'Relay access denied',
  meaning: 'Delivery not authorized',
} as const;

const endpoint: RecordedProbe = {
  id: 'relay.endpoint',
  startedAt: 40,
  duration: 60,
  chain: { relay: { host: 'mail.corp.example', address: '10.1.2.3', port: 587, security: 'starttls' } },
};

const relaySignIn: RecordedProbe = {
  id: 'relay.sign-in',
  startedAt: 100,
  duration: 30,
  chain: { relay: { mechanism: 'PLAIN' } },
};

export const refusedProbes: readonly RecordedProbe[] = [
  endpoint,
  relaySignIn,
  {
    id: 'relay.permission',
    outcome: 'failed',
    startedAt: 130,
    duration: 30,
    problems: [
      problem(
        'smtp.relay-denied',
        { recipient: 'bob@partner.example', host: 'mail.corp.example' },
        { evidence: ['554 5.7.1 Relay access denied'] },
      ),
    ],
    chain: {
      relayPermission: [
        {
          sender: 'alice@corp.example',
          recipient: 'bob@partner.example',
          scope: 'external',
          authenticated: true,
          verdict: 'refused',
          reply: refusal,
        },
      ],
    },
  },
  {
    id: 'message.submit',
    outcome: 'skipped',
    needs: ['relay.permission'],
    because: { kind: 'needs', probe: 'relay.permission' },
  },
];

export const acceptedProbes: readonly RecordedProbe[] = [
  endpoint,
  relaySignIn,
  {
    id: 'message.submit',
    startedAt: 160,
    duration: 150,
    chain: {
      custody: {
        gateway: 'mail.corp.example',
        state: 'accepted',
        queueId: '4XYZ1abcz23',
        messageId: '<1@corp.example>',
        reply: { code: 250, enhanced: '2.0.0', text: 'Ok: queued as 4XYZ1abcz23', meaning: null },
        recipients: [],
        statement: 'Accepted by mail.corp.example as queue id 4XYZ1abcz23; delivery beyond it is not guaranteed.',
      },
    },
  },
];

export const soundChain: readonly RecordedProbe[] = [
  ...nameProbes,
  ...controllerProbes,
  ...personProbes,
  ...acceptedProbes,
];

export const refusedChain: readonly RecordedProbe[] = [
  ...nameProbes,
  ...controllerProbes,
  ...personProbes,
  ...refusedProbes,
];

/** The sound chain, with the message seen in the mailbox of whoever sent it. */
export const arrivedChain: readonly RecordedProbe[] = [
  ...soundChain,
  {
    id: 'mailbox.sign-in',
    startedAt: 320,
    duration: 90,
    chain: {
      mailbox: {
        protocol: 'imap',
        host: 'mail.corp.example',
        port: 993,
        security: 'implicit',
        signIn: 'accepted',
        quota: [{ resource: 'storage', used: 536_870_912, limit: 2_147_483_648 }],
      },
    },
  },
  {
    id: 'custody.read-back',
    startedAt: 410,
    duration: 1_500,
    chain: {
      custody: {
        arrival: {
          folder: 'INBOX',
          role: 'inbox',
          after: 1_840,
          hops: [
            {
              from: 'client.corp.example',
              by: 'mail.corp.example',
              with: 'ESMTPSA',
              id: '4XYZ1abcz23',
              at: '2026-11-24T08:00:01.000Z',
              delay: null,
              tls: true,
            },
            {
              from: 'mail.corp.example',
              by: 'store.corp.example',
              with: 'LMTP',
              id: null,
              at: '2026-11-24T08:00:02.000Z',
              delay: 1_000,
              tls: false,
            },
          ],
        },
        statement: 'accepted by mail.corp.example as queue id 4XYZ1abcz23; arrived in INBOX after 1.8 s',
      },
    },
  },
];
