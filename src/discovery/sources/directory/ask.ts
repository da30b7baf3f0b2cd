import { failed, hasValue, type Problem, problemsOf, type Result, warned } from '../../../core/index.ts';
import type { MailServer } from '../../../directory/index.ts';
import type { Step } from '../../../run/index.ts';
import type { Source } from '../../source.ts';
import { settingsOfMailServers } from './mail-servers.ts';
import { askServicePoints, type PointedDirectories } from './service-points.ts';

/** A directory that somebody has signed in to. */
export interface KnownDirectory extends PointedDirectories {
  /** The server of the person's mailbox, as the account names it; null when it names none. */
  readonly home: string | null;
  /** DNS name of the Active Directory domain. */
  readonly domain: string;
  /** The organisation's mail servers, the nearest first. */
  mailServers(step: Step): Promise<Result<readonly MailServer[], Problem>>;
}

/** What the directory says about settings: the Autodiscover services of the forest, and its mail servers; both asked at once. */
export function askDirectory(directory: KnownDirectory): Source {
  return async (question, tools, step) => {
    const [points, servers] = await Promise.all([
      askServicePoints(directory, question, tools, step),
      directory.mailServers(step),
    ]);
    const problems = [...problemsOf(points), ...(servers.ok ? [] : [servers.error])];
    if (!hasValue(points) && !servers.ok) return failed(problems[0] ?? servers.error);
    const named = settingsOfMailServers(servers.ok ? servers.value : [], directory.home, directory.domain, tools.ports);
    return warned([...(hasValue(points) ? points.value : []), ...named], problems);
  };
}
