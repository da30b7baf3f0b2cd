import { parseCertificates } from '../../src/chain/parse/index.ts';
import type { PolicyFault } from '../contract.ts';
import type { PolicyLayer } from './document.ts';
import { type Fault, faultOf } from './fault.ts';
import type { PolicyFields } from './fields.ts';
import type { PolicyMachine } from './machine.ts';
import { readProtected } from './protection.ts';

type Certificates = { readonly pem: string } | { readonly fault: PolicyFault };

/** A layer with the certificates that it names. A file that is of no use is said, and the field falls away. */
export async function withCertificates(machine: PolicyMachine, layer: PolicyLayer): Promise<PolicyLayer> {
  const { source } = layer;
  const faults: Fault[] = [...layer.faults];
  const complete = async (fields: PolicyFields): Promise<PolicyFields> => {
    const { ca, ...others } = fields;
    if (ca === undefined) return fields;
    const read = await readCertificates(machine, ca.file);
    if ('pem' in read) return { ...fields, ca: { file: ca.file, pem: read.pem } };
    faults.push(faultOf(source, read.fault, ca.file));
    return others;
  };
  const [locked, preset] = await Promise.all([complete(layer.locked), complete(layer.preset)]);
  return { source, locked, preset, faults };
}

async function readCertificates(machine: PolicyMachine, path: string): Promise<Certificates> {
  const content = await readContent(machine, path);
  if (content === 'unprotected') return { fault: 'ca-unprotected' };
  if (typeof content === 'string') return { fault: 'ca-unreadable' };
  const certificates = parseCertificates(content);
  if (certificates.ok) return { pem: certificates.value };
  const { error } = certificates;
  return { fault: error === 'private-key' || error === 'damaged-certificate' ? error : 'no-certificate' };
}

/** To ask Windows who can write takes seconds, before anything is on the screen: there it is the administrator's care. */
async function readContent(machine: PolicyMachine, path: string): ReturnType<typeof readProtected> {
  if (machine.platform !== 'win32') return readProtected(machine, path);
  const file = await machine.read(path);
  return typeof file === 'string' ? file : file.content;
}
