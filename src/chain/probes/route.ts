import { failed, type Outcome, type Problem, passed, times, warned } from '../../core/index.ts';
import { type MailRoute, mailRoute } from '../../dns/index.ts';
import { problem } from '../../problems/index.ts';
import { defineProbe, type GatewayReport } from '../../run/index.ts';
import { greet } from '../../submission/index.ts';
import type { ChainPorts, ChainProbe } from '../ports.ts';
import type { ChainRequest } from '../request.ts';
import type { NameSettings } from './system.ts';

/** The gateways that take mail for a domain, in the order in which they are tried. */
export function route(request: ChainRequest, settings: ChainProbe<NameSettings>): ChainProbe<MailRoute> {
  return defineProbe({
    id: 'mx.route',
    needs: { settings },
    deadline: times.dnsName,
    run: async ({ settings }, _: ChainPorts, step): Promise<Outcome<MailRoute>> => {
      const destination = request.destination ?? '';
      const domain = destination.slice(destination.lastIndexOf('@') + 1);
      return mailRoute(domain, settings.resolver, step);
    },
  });
}

/** Whether the gateways answer, and how they greet. All are asked at once. */
export function gateways(request: ChainRequest, route: ChainProbe<MailRoute>): ChainProbe<readonly GatewayReport[]> {
  return defineProbe({
    id: 'mx.gateways',
    needs: { route },
    deadline: times.smtpGreeting,
    run: async ({ route }, { clock }: ChainPorts, step): Promise<Outcome<readonly GatewayReport[]>> => {
      const port = request.endpoint.port ?? request.ports.smtp;
      const asked = await Promise.all(
        route.gateways.map(async (gateway) => {
          const { greeting, duration, problem } = await greet({ ...gateway, port }, { clock }, step);
          return {
            report: {
              ...gateway,
              greeting,
              duration,
              reached: problem === null ? 'yes' : 'no',
              problem: problem?.code ?? null,
            } as const,
            problem,
          };
        }),
      );
      const reports = asked.map(({ report }) => report);
      step.report({ route: { gateways: reports } });
      const failures = asked.flatMap(({ report, problem }) =>
        problem === null ? [] : [{ host: report.host, problem }],
      );
      if (failures.length === 0) return passed(reports);
      const unreachable = unreachableProblem(route.domain, failures);
      return failures.length === asked.length ? failed(unreachable) : warned(reports, [unreachable]);
    },
  });
}

function unreachableProblem(domain: string, failures: readonly { host: string; problem: Problem }[]): Problem {
  const hosts = failures.map(({ host }) => host).join(', ');
  const evidence = failures.map(({ host, problem: { code, evidence: seen } }) => `${host}: ${seen[0] ?? code}`);
  return problem('mx.unreachable', { domain, hosts }, { evidence, cause: failures[0]?.problem });
}
