import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { World } from '../lab/world/index.ts';
import { type Timed, timed } from './timed.ts';

/** Every tool's share of the time, in milliseconds, by name. */
export interface ByHand extends Timed {
  readonly shares: Readonly<Record<string, number>>;
}

/** What somebody would type, one after the other, to learn what one run tells: each command as it is usually given. */
const script = `
set -e
step() { TIMEFORMAT="@step $1 %R"; shift; time "$@" >/dev/null; }
step dig dig mail.corp.example A
step dig dig mail.alt.example A
step dig dig mail.lame.example A
step dig dig _ldap._tcp.dc._msdcs.corp.example SRV
step dig dig partner.example MX
step adcli adcli info corp.example
step ldapsearch ldapsearch -x -LLL -H ldaps://dc1.corp.example -D "$user" -y "$password_file" -b DC=corp,DC=example \\
  "(userPrincipalName=$user)" displayName mail proxyAddresses
step swaks swaks --server mail.corp.example --port 587 --tls --tls-verify --tls-ca-path "$LDAPTLS_CACERT" \\
  --auth --auth-user "$user" --auth-password "$(cat "$password_file")" --from "$user" --to bob@partner.example \\
  --header "Message-Id: <$message_id>"
`;

export async function byHand(world: World): Promise<ByHand> {
  const { upn, password } = world.users.alice;
  const passwordFile = join(tmpdir(), `waypost-bench-${process.pid}`);
  // ldapsearch takes the whole file as the password, a line break at its end too.
  writeFileSync(passwordFile, password, { mode: 0o600 });
  const messageId = `${performance.now()}.${process.pid}@by-hand.example`;
  const variables = [`user=${upn}`, `password_file=${passwordFile}`, `message_id=${messageId}`];
  const argv = ['env', ...variables, `LDAPTLS_CACERT=${world.ca}`, 'bash', '-c', script];
  const run = await timed(world.client, argv).finally(() => rmSync(passwordFile));
  if (run.code !== 0) throw new Error(`by hand: exit code ${run.code}\n${run.stderr}`);
  await world.waitForMail('bob@partner.example', { where: (message) => message.includes(messageId) });
  return { ...run, shares: shares(run.stderr) };
}

function shares(text: string): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const [, tool = '', seconds] of text.matchAll(/^@step (\S+) (\S+)$/gm)) {
    sums[tool] = (sums[tool] ?? 0) + 1_000 * Number(seconds);
  }
  return sums;
}
