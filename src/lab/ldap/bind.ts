import { baseDn, type LabAccount, netbiosDomain, signIn } from '../accounts.ts';
import { type BerElement, berChildren, berNumber, berString } from '../ber.ts';
import { cap } from '../log.ts';
import type { Controller } from './controller.ts';
import { type LdapResult, resultCode } from './message.ts';

export interface BindAnswer {
  readonly result: LdapResult;
  readonly account?: LabAccount;
}

const needsIntegrity =
  '00002028: LdapErr: DSID-0C090259, comment: The server requires binds to turn on integrity checking if SSL\\TLS are not already active on the connection, data 0, v4563\0';

/**
 * A bind as Active Directory answers it. Its texts end with a NUL, as the real ones do.
 * Throws BerError for what is no bind request.
 */
export function answerBind(operation: BerElement, tls: boolean, controller: Controller): BindAnswer {
  const [version, dn, credentials] = berChildren(operation.body);
  const name = berString(dn);
  const { answer, data } = judge(berNumber(version), name, credentials, tls, controller);
  controller.log.add({
    kind: 'ldap.bind',
    server: controller.host,
    name: cap(name),
    tls,
    result: answer.result.code,
    ...(data === undefined ? {} : { data }),
  });
  return answer;
}

/** `u:CORP\alice`, and nothing for who has not signed in (RFC 4532, MS-ADTS 3.1.1.3.4.2.6). */
export function whoAmI(account: LabAccount | undefined): string {
  return account ? `u:${netbiosDomain}\\${account.sam}` : '';
}

function judge(
  version: number,
  name: string,
  credentials: BerElement | undefined,
  tls: boolean,
  { accounts, bindPolicy }: Controller,
): { answer: BindAnswer; data?: string } {
  if (version !== 3) return { answer: { result: { code: resultCode.protocolError } } };
  if (credentials?.tag !== 0x80) {
    const message = '00002027: LdapErr: DSID-0C0905ED, comment: Invalid Authentication method, data 0, v4563\0';
    return { answer: { result: { code: resultCode.authMethodNotSupported, message } } };
  }
  // No password is an anonymous bind that succeeds (RFC 4513 5.1.2): the trap that clients must not step into.
  if (credentials.body.length === 0) return { answer: { result: { code: resultCode.success } } };
  if (!tls || bindPolicy === 'strong-auth-required') {
    return { answer: { result: { code: resultCode.strongerAuthRequired, message: needsIntegrity } } };
  }
  if (bindPolicy === 'channel-binding-required') return refused('80090346', '80090346');
  const signedIn = signIn(accounts, name, berString(credentials));
  return signedIn.account
    ? { answer: { result: { code: resultCode.success }, account: signedIn.account } }
    : refused('80090308', signedIn.code);
}

function refused(status: string, data: string): { answer: BindAnswer; data: string } {
  const message = `${status}: LdapErr: DSID-0C090447, comment: AcceptSecurityContext error, data ${data}, v4563\0`;
  return { answer: { result: { code: resultCode.invalidCredentials, message } }, data };
}

/** What Active Directory says to a search before a successful bind. */
export const bindFirst: LdapResult = {
  code: resultCode.operationsError,
  message:
    '000004DC: LdapErr: DSID-0C090A5C, comment: In order to perform this operation a successful bind must be completed on the connection., data 0, v4563\0',
};

/** And to a base that does not exist. */
export const noSuchObject: LdapResult = {
  code: resultCode.noSuchObject,
  matchedDn: baseDn,
  message: `0000208D: NameErr: DSID-03100288, problem 2001 (NO_OBJECT), data 0, best match of:\n\t'${baseDn}'\n\0`,
};
