/**
 * One Windows PowerShell script that prints one JSON object, for `powershell.exe -Command`. It uses cmdlets and
 * the registry only, since constrained language mode forbids .NET methods, and no double quotes, since those
 * would have to survive two command-line parsers. Each part fails on its own, so a missing module costs one member.
 */
const SCRIPT = `
$ErrorActionPreference = 'SilentlyContinue'; $ProgressPreference = 'SilentlyContinue'
try { [Console]::OutputEncoding = [Text.Encoding]::UTF8 } catch { }
$policies = 'HKLM:\\SOFTWARE\\Policies\\Microsoft'
$tcpip = 'HKLM:\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters'
$network = 'HKLM:\\SYSTEM\\CurrentControlSet\\Control\\Network\\{4D36E972-E325-11CE-BFC1-08002BE10318}'
$fields = 'SearchList', 'Domain', 'NV Domain', 'DhcpDomain', 'UseDomainNameDevolution', 'DomainNameDevolutionLevel'
@{
  policy = Get-ItemProperty ($policies + '\\Windows NT\\DNSClient') | Select-Object $fields
  primaryPolicy = Get-ItemProperty ($policies + '\\System\\DNSClient') | Select-Object 'NV PrimaryDnsSuffix', 'PrimaryDnsSuffix'
  tcpip = Get-ItemProperty $tcpip | Select-Object $fields
  interfaces = @(Get-ChildItem ($tcpip + '\\Interfaces') | ForEach-Object {
    $one = Get-ItemProperty $_.PSPath
    $name = (Get-ItemProperty ($network + '\\' + $_.PSChildName + '\\Connection')).Name
    if ($name) { @{ Name = $name; Domain = $one.Domain; DhcpDomain = $one.DhcpDomain } } })
  clients = @(Get-DnsClient | Select-Object InterfaceAlias, InterfaceIndex, ConnectionSpecificSuffix, ConnectionSpecificSuffixSearchList)
  servers = @(Get-DnsClientServerAddress | Select-Object InterfaceAlias, InterfaceIndex, ServerAddresses)
  metrics = @(Get-NetIPInterface -ConnectionState Connected | Select-Object InterfaceAlias, InterfaceIndex, InterfaceMetric)
  nrptPolicy = @(Get-DnsClientNrptPolicy -Effective | Select-Object Namespace, NameServers)
  nrptRules = @(Get-DnsClientNrptRule | Select-Object Namespace, NameServers)
  computer = Get-CimInstance Win32_ComputerSystem | Select-Object PartOfDomain, Domain
} | ConvertTo-Json -Depth 4 -Compress
`;

/** The tool, without its folder, and its arguments. */
export const POWERSHELL = 'powershell.exe';
export function powershellArgs(script: string): string[] {
  return ['-NoLogo', '-NoProfile', '-NonInteractive', '-Command', script.trim()];
}
export const DNS_ARGS: readonly string[] = powershellArgs(SCRIPT);
