import { describe, expect, it } from 'vitest';
import { type ChainRequest, runChain } from '../../../src/chain/index.ts';
import { registeredPorts } from '../../../src/chain/request.ts';
import type { Problem } from '../../../src/core/index.ts';
import { failedPasswords, type Lab, labFaults, startLab } from '../../../src/lab/index.ts';
import { type Report, type RunEvent, replay } from '../../../src/run/index.ts';
import { aRequest } from '../../fakes/request.ts';

function requestFor(lab: Lab, changes: Partial<ChainRequest> = {}): ChainRequest {
  return aRequest({
    to: ['bob@partner.example'],
    dns: [lab.dns],
    search: lab.search,
    ca: lab.ca,
    ports: { ...registeredPorts, ...lab.servicePorts },
    timeout: 20_000,
    ...changes,
  });
}

async function run(lab: Lab, request: ChainRequest): Promise<Report> {
  const events: RunEvent[] = [];
  const secrets = { password: lab.password, relayPassword: null };
  for await (const event of runChain(request, secrets, 'test', new AbortController().signal)) events.push(event);
  return replay(events);
}

function codes(report: Report): string[] {
  return report.probes.flatMap(({ problems }) => problems.flatMap(withCauses)).map(({ code }) => code);
}

function withCauses(problem: Problem): Problem[] {
  return [problem, ...(problem.cause ? withCauses(problem.cause) : [])];
}

const { message: plain } = aRequest();
const message = { ...plain, dsn: true };

/** What is broken beyond the relay shows in the route only. */
const routeFaults = ['partner-null-mx', 'partner-implicit-mx', 'gateway-refused'];

describe.concurrent('when something is broken, the run names it, and no account gets two wrong passwords', () => {
  it.each(labFaults)(
    '$what: $expects',
    async ({ id, expects, findsServer, goal }) => {
      const lab = await startLab({ faults: [id] });
      try {
        const route = {
          goal: 'route',
          destination: 'bob@partner.example',
          endpoint: { port: lab.ports.gateway, security: null },
        } as const;
        const discover = { goal: 'discover', destination: 'alice@corp.example' } as const;
        const setUp = { goal: 'set-up', to: ['alice@corp.example', 'bob@partner.example'], message } as const;
        const asked = routeFaults.includes(id) ? route : findsServer ? { server: null } : {};
        const report = await run(lab, requestFor(lab, { discover, 'set-up': setUp, none: asked }[goal ?? 'none']));
        expect(codes(report)).toContain(expects);
        expect(failedPasswords(lab.log)).toBeLessThanOrEqual(1);
        expect(JSON.stringify(report)).not.toContain(lab.password);
      } finally {
        await lab.stop();
      }
    },
    30_000,
  );
});

describe('when nothing is broken', () => {
  it('the whole chain passes, and the message lies at the partner’s', async () => {
    const lab = await startLab();
    const report = await run(lab, requestFor(lab));
    await lab.idle();
    expect(codes(report)).toEqual([]);
    expect(report.outcome).toBe('passed');
    expect(lab.mailbox('bob@partner.example')).toHaveLength(1);
    await lab.stop();
  });
});
