import { hasValue, type Outcome, Secret, systemClock } from '../../src/core/index.ts';
import {
  type DcLocatorDns,
  type DcQuestion,
  findDcs,
  type LocatedDc,
  locateDc,
  type ServiceAnswer,
} from '../../src/directory/index.ts';
import type { ServiceTarget } from '../../src/dns/index.ts';
import { type Lab, type LabOptions, startLab } from '../../src/lab/index.ts';
import { createTrust } from '../../src/net/index.ts';
import { type RecordingStep, recordingStep } from './recording-step.ts';

export const domain = 'corp.example';
const inDomain = '_ldap._tcp.dc._msdcs.corp.example';
const inSite = (site: string) => `_ldap._tcp.${site}._sites.dc._msdcs.corp.example`;

/** The lab's domain controllers, with a locator's DNS that a test can change. */
export interface LdapWorld {
  readonly lab: Lab;
  readonly step: RecordingStep;
  /** SRV answers by name; a name that is missing has none. */
  readonly records: Map<string, ServiceAnswer>;
  readonly dns: DcLocatorDns;
  /** Names that DNS was asked for, in order. */
  readonly asked: string[];
  target(host: 'dc1' | 'dc2', changes?: Partial<ServiceTarget>): ServiceTarget;
  locate(changes?: Partial<DcQuestion>): Promise<Outcome<LocatedDc>>;
  readonly password: Secret;
  end(): Promise<void>;
}

/** A port of this machine that nobody listens on. */
export const closedPort = 9;

export async function ldapWorld(options: LabOptions = {}): Promise<LdapWorld> {
  const lab = await startLab(options);
  const step = recordingStep();
  const addresses = new Map([
    ['dc1.corp.example', ['127.0.0.1']],
    ['dc2.corp.example', ['127.0.0.2']],
  ]);
  const asked: string[] = [];
  const target: LdapWorld['target'] = (host, changes) => ({
    host: `${host}.${domain}`,
    port: lab.ports.ldap,
    priority: 0,
    weight: 100,
    addresses: addresses.get(`${host}.${domain}`) ?? [],
    ...changes,
  });
  const records = new Map<string, ServiceAnswer>([
    [inDomain, { kind: 'found', targets: [target('dc1'), target('dc2')] }],
    [inSite('HQ'), { kind: 'found', targets: [target('dc1')] }],
    [inSite('Branch'), { kind: 'found', targets: [target('dc2')] }],
  ]);
  const dns: DcLocatorDns = {
    services: async (name) => {
      asked.push(name);
      return records.get(name) ?? { kind: 'none' };
    },
    addresses: async (host) => addresses.get(host) ?? [],
  };
  return {
    lab,
    step,
    records,
    dns,
    asked,
    target,
    password: new Secret(lab.password),
    locate: async (changes) => {
      const question: DcQuestion = {
        domain,
        site: null,
        ports: { ldaps: lab.ports.ldaps, globalCatalog: closedPort },
        wholeTable: false,
        approves: (host) => host.endsWith(`.${domain}`),
        ...changes,
      };
      const named = await findDcs(question, dns, step);
      if (!hasValue(named)) return named;
      return locateDc(question, named.value, { dns, clock: systemClock, trust: createTrust([lab.ca]) }, step);
    },
    async end() {
      step.end();
      await lab.stop();
    },
  };
}
