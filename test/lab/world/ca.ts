import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { statePath, writeState } from './paths.ts';
import { must } from './run.ts';

export interface Certificate {
  readonly certificate: string;
  readonly key: string;
}

export interface CertificateRequest {
  readonly name: string;
  /** DNS names for subjectAltName; none leaves the extension away. */
  readonly names: readonly string[];
  readonly commonName?: string;
  /** Days from now. Default: since yesterday, for a year. */
  readonly validFrom?: number;
  readonly validTo?: number;
  readonly rsaBits?: 1024 | 2048;
  readonly digest?: 'sha256' | 'sha1';
  readonly issuer?: 'lab' | 'stranger' | 'self';
}

/** The certificate of the authority that the clients trust. */
export const caCertificate = () => statePath('ca', 'lab', 'ca.crt');

/** Creates the lab's authority and a second one that nobody trusts. */
export async function createAuthorities(): Promise<void> {
  for (const authority of ['lab', 'stranger']) {
    const dir = `ca/${authority}`;
    const config = writeState(`${dir}/openssl.cnf`, authorityConfig(statePath(dir)));
    writeState(`${dir}/index.txt`, '');
    writeState(`${dir}/index.txt.attr`, 'unique_subject = no\n');
    mkdirSync(statePath(dir, 'issued'), { recursive: true });
    await must([
      ...['openssl', 'req', '-x509', '-config', config, '-newkey', 'rsa:2048', '-nodes', '-days', '3650'],
      ...['-subj', `/O=Waypost lab/CN=${authority} authority`, '-extensions', 'authority'],
      ...['-keyout', statePath(dir, 'ca.key'), '-out', statePath(dir, 'ca.crt')],
    ]);
  }
}

/** Issues a certificate. Calls must not overlap: `openssl ca` keeps a data base. */
export async function issue(request: CertificateRequest): Promise<Certificate> {
  const base = `certs/${request.name}`;
  const key = statePath(`${base}.key`);
  const certificate = statePath(`${base}.crt`);
  const signing = statePath(`${base}.csr`);
  const extensions = writeState(`${base}.ext`, leafExtensions(request));
  await createKey(key, request.rsaBits ?? 2048);

  const issuer = request.issuer ?? 'lab';
  const dir = issuer === 'self' ? 'ca/lab' : `ca/${issuer}`;
  const config = statePath(dir, 'openssl.cnf');
  const subject = ['-subj', `/O=Waypost lab/CN=${request.commonName ?? request.names[0] ?? request.name}`];
  await must(['openssl', 'req', '-new', '-config', config, '-key', key, ...subject, '-out', signing]);
  await must([
    ...['openssl', 'ca', '-batch', '-notext', '-config', config, '-md', request.digest ?? 'sha256'],
    ...['-startdate', opensslDate(request.validFrom ?? -1), '-enddate', opensslDate(request.validTo ?? 365)],
    ...['-extfile', extensions, '-in', signing, '-out', certificate],
    ...(issuer === 'self' ? ['-selfsign', '-keyfile', key] : []),
  ]);
  return { certificate, key };
}

// Making an RSA key takes as long as everything else here together: the certificates of one size share one.
async function createKey(target: string, bits: number): Promise<void> {
  const shared = statePath('certs', `rsa-${bits}.key`);
  if (!existsSync(shared)) {
    await must(['openssl', 'genpkey', '-algorithm', 'RSA', '-pkeyopt', `rsa_keygen_bits:${bits}`, '-out', shared]);
  }
  rmSync(target, { force: true });
  copyFileSync(shared, target);
  await must(['chmod', '600', target]); // Samba refuses a key that others can read
}

function leafExtensions({ names }: CertificateRequest): string {
  return [
    'basicConstraints = critical, CA:FALSE',
    'keyUsage = critical, digitalSignature, keyEncipherment',
    'extendedKeyUsage = serverAuth',
    'subjectKeyIdentifier = hash',
    'authorityKeyIdentifier = keyid',
    ...(names.length === 0 ? [] : [`subjectAltName = ${names.map((name) => `DNS:${name}`).join(', ')}`]),
    '',
  ].join('\n');
}

function authorityConfig(dir: string): string {
  return `[ca]
default_ca = authority_db
[authority_db]
database = ${dir}/index.txt
new_certs_dir = ${dir}/issued
certificate = ${dir}/ca.crt
private_key = ${dir}/ca.key
rand_serial = yes
policy = anything
[anything]
organizationName = optional
commonName = supplied
[req]
distinguished_name = subject
prompt = no
[subject]
[authority]
basicConstraints = critical, CA:TRUE
keyUsage = critical, keyCertSign, cRLSign
subjectKeyIdentifier = hash
`;
}

function opensslDate(daysFromNow: number): string {
  const moment = new Date(Date.now() + daysFromNow * 86_400_000);
  return `${moment.toISOString().slice(0, 19).replaceAll(/[-:T]/g, '')}Z`;
}
