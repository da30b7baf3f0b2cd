import type { OsRecorder } from '../os-recorder.ts';
import { POWERSHELL, powershellArgs } from '../windows/script.ts';
import { splitPem } from './pem.ts';
import type { TrustStore } from './trust-store.ts';

/** Milliseconds; a cold PowerShell takes some seconds. */
const EXPORT_TIMEOUT = 12_000;

/** Prints both root stores as PEM, without those that the Disallowed stores name. */
const EXPORT_SCRIPT = `
$ErrorActionPreference = 'SilentlyContinue'; $ProgressPreference = 'SilentlyContinue'
$no = @(Get-ChildItem Cert:\\LocalMachine\\Disallowed, Cert:\\CurrentUser\\Disallowed | ForEach-Object { $_.Thumbprint })
Get-ChildItem Cert:\\LocalMachine\\Root, Cert:\\CurrentUser\\Root | Where-Object { $no -notcontains $_.Thumbprint } | ForEach-Object {
  '-----BEGIN CERTIFICATE-----'; [Convert]::ToBase64String($_.RawData); '-----END CERTIFICATE-----' }
`;

/** The root stores of a Windows machine, through PowerShell; null when it gives none. */
export async function readWindowsTrust(recorder: OsRecorder, signal: AbortSignal): Promise<TrustStore | null> {
  const options = { timeout: EXPORT_TIMEOUT, signal };
  const output = await recorder.run(POWERSHELL, powershellArgs(EXPORT_SCRIPT), options);
  const certificates = splitPem(output ?? '');
  return certificates.length === 0 ? null : { certificates, source: 'Windows root stores', notes: [] };
}
