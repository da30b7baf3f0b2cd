const key = 'HKEY_CURRENT_USER\\Software\\Microsoft\\Office\\16.0\\Outlook\\AutoDiscover';

/**
 * Two ways of finding settings that get in the way of an account that is not on Exchange: the web server of the bare domain,
 * whose certificate is for other names, and Microsoft 365 (Microsoft, "Unexpected Autodiscover behavior").
 */
const excluded = ['ExcludeHttpsRootDomain', 'ExcludeExplicitO365Endpoint'] as const;

export const steerAutodiscover = registryFile(excluded.map((name) => `"${name}"=dword:00000001`));

/** Takes the values away again, so that Outlook does what it does without them. */
export const undoAutodiscover = registryFile(excluded.map((name) => `"${name}"=-`));

function registryFile(entries: readonly string[]): string {
  return ['Windows Registry Editor Version 5.00', '', `[${key}]`, ...entries, ''].join('\r\n');
}
