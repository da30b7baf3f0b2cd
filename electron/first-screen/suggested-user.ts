import { userInfo } from 'node:os';

interface Account {
  readonly platform: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly username: string;
}

/**
 * The sign-in name of whoever uses this computer, or an empty text where the system tells none that is worth suggesting.
 * Windows tells a domain's DNS name only where somebody signed in to it; on Linux, SSSD and winbind show full names where
 * several domains are joined. The name of a local account would only mislead.
 */
export function suggestedUser({ platform, env, username }: Account): string {
  if (platform === 'win32') {
    const { USERNAME: name = '', USERDNSDOMAIN: domain = '' } = env;
    return name === '' || domain === '' ? '' : `${name}@${domain.toLowerCase()}`;
  }
  return /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(username) ? username : '';
}

/** The same for whoever runs this program. Some accounts have no name: then none is suggested. */
export function suggestedUserHere(): string {
  try {
    const { platform, env } = process;
    return suggestedUser({ platform, env, username: userInfo().username });
  } catch {
    return '';
  }
}
