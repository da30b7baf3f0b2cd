import { type Lab, labPassword } from '../../lab/index.ts';
import { recipient, sender, server } from './cast.ts';

/**
 * Commands that work against a running world when they are copied, one for each thing that Waypost can do.
 *
 * @param ca file with the certificate of the world's authority
 * @param program how this program is called here
 */
export function commandsFor(lab: Lab, ca: string, program: string): string[] {
  const { dns, search, ports, domain, accounts } = lab;
  const names = `--dns ${dns.address}:${dns.port} --search ${search.join(',')}`;
  const trusted = `${names} --ca ${quoted(ca)}`;
  const directory = `${trusted} --ldaps-port ${ports.ldaps}`;
  const mail = `${directory} --submissions-port ${ports.submissions} --submission-port ${ports.submission} --smtp-port ${ports.smtp}`;
  const settings = `${mail} --imaps-port ${ports.imaps} --imap-port ${ports.imap} --https-port ${ports.https} --http-port ${ports.http}`;
  const password = `echo ${labPassword} | ${program}`;
  const from = `--server ${server} --user ${sender} --to ${recipient} --password-stdin`;
  return [
    `Everybody’s password is ${labPassword}. Commands to try, in another terminal:`,
    '',
    `${program} resolve ${server} ${names}`,
    `${program} locate-dc --domain ${domain} ${directory}`,
    `${password} sign-in ${sender} --password-stdin ${directory}`,
    `${program} route ${recipient} ${names} --smtp-port ${ports.gateway}`,
    `${program} discover ${sender} ${settings}`,
    `${password} discover ${sender} --user ${sender} --password-stdin ${settings}`,
    `${password} set-up ${sender} --password-stdin ${settings}`,
    `${password} diagnose ${from} ${mail}`,
    `${password} send ${from} --subject Hello --text "Good morning" ${mail}`,
    '',
    'Sign-in names:',
    ...accounts.map(
      ({ upn, displayName, state }) => `  ${upn.padEnd(26)}${displayName}${state === 'normal' ? '' : `: ${state}`}`,
    ),
  ];
}

function quoted(path: string): string {
  return /^[\w./:\\-]+$/.test(path) ? path : `"${path}"`;
}
