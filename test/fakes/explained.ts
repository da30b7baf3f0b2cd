import type { Answer } from 'dns-packet';
import { runChain } from '../../src/chain/index.ts';
import { registeredPorts } from '../../src/chain/request.ts';
import { explainedOutcome, print, reportLines, type Style, safeReport } from '../../src/cli/render/index.ts';
import { type Report, type RunEvent, replay } from '../../src/run/index.ts';
import { a } from './dns-server.ts';
import { fakeImapServer } from './imap-server.ts';
import { aRequest } from './request.ts';
import { fakeSmtpServer, authority as mailAuthority } from './smtp-server.ts';
import { authority, type Page, webWorld } from './web-world.ts';

const style: Style = { columns: 80, color: false, unicode: true };

export interface MailPorts {
  readonly imap: number;
  readonly submission: number;
  close(): Promise<void>;
}

/** Mail servers that work, for both directions, with TLS from the start and a certificate of these names. */
export async function mailServers(...names: readonly string[]): Promise<MailPorts> {
  const common = { security: 'implicit', certificate: mailAuthority.issue([...names]) } as const;
  const imap = await fakeImapServer(common);
  const smtp = await fakeSmtpServer(common);
  return {
    imap: imap.port,
    submission: smtp.port,
    async close() {
      await Promise.all([imap.close(), smtp.close()]);
    },
  };
}

export interface Published {
  readonly pages?: Readonly<Record<string, Page>>;
  readonly records?: readonly Answer[];
  readonly certificates?: Parameters<typeof webWorld>[0]['certificates'];
}

/** What `discover --explain` says of corp.example when this is published for it; `hosts` are on this machine. */
export async function explain({ pages = {}, records = [], certificates = {} }: Published, ...hosts: readonly string[]) {
  const here = hosts.map((host) => a(host, '127.0.0.1'));
  const world = await webWorld({ pages, records: () => [...here, ...records], certificates });
  const { address, port } = world.dns;
  const request = aRequest({
    goal: 'discover',
    destination: 'alice@corp.example',
    user: null,
    server: null,
    hearAll: true,
    dns: [{ address, port }],
    search: [],
    ca: `${authority.pem}\n${mailAuthority.pem}`,
    ports: { ...registeredPorts, ...world.ports },
  });
  const events: RunEvent[] = [];
  const secrets = { password: null, relayPassword: null };
  try {
    for await (const event of runChain(request, secrets, 'test', new AbortController().signal)) events.push(event);
  } finally {
    await world.stop();
  }
  const report = replay(events);
  return { report, text: explained(report), outcome: explainedOutcome(report) };
}

export function explained(report: Report, changes: Partial<Style> = {}): string {
  const wanted = { ...style, ...changes };
  const lines = reportLines(safeReport(report, wanted), wanted, { verbose: false, transcript: false, explain: true });
  return lines.map((line) => print(line, wanted)).join('\n');
}
