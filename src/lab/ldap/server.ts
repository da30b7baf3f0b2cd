import { createSecureContext } from 'node:tls';
import type { ServerCertificate } from '../certificates.ts';
import type { Listeners } from '../listeners.ts';
import { answerPing } from './cldap.ts';
import type { Controller } from './controller.ts';
import { serveLdap, serveLdaps } from './session.ts';

/** Where a controller is to be found: LDAP with StartTLS and CLDAP on one number, LDAP over TLS on another. */
export interface ControllerPorts {
  readonly ldap: number;
  readonly ldaps: number;
}

/** `silent` accepts connections and then says nothing, as a machine does that hangs. */
export type Reachability = 'up' | 'refused' | 'silent';

/** Starts one controller's services at its address; answers the real ports. */
export async function serveController(
  listeners: Listeners,
  address: string,
  ports: ControllerPorts,
  controller: Controller,
  certificate: ServerCertificate,
  reachability: Reachability,
): Promise<ControllerPorts> {
  const context = createSecureContext({ ...certificate, minVersion: 'TLSv1.2' });
  const silent = reachability === 'silent';
  const ldap = await listeners.tcp({ address, port: ports.ldap }, (socket) => {
    if (silent) socket.resume();
    else serveLdap(socket, context, controller);
  });
  await listeners.udp({ address, port: ldap }, (bytes, reply) => {
    const answer = silent ? undefined : answerPing(bytes, controller);
    if (answer) reply(answer);
  });
  const ldaps = await listeners.tcp({ address, port: ports.ldaps }, (socket) => {
    if (silent) socket.resume();
    else serveLdaps(socket, context, controller);
  });
  return { ldap, ldaps };
}
