import { parseSignInName, type SignInName } from '../directory/index.ts';
import type { ChainRequest } from './request.ts';

/** The sign-in name of the request; null when there is none, or none that makes sense (the sign-in says which). */
export function signInNameOf({ user }: ChainRequest): SignInName | null {
  if (user === null) return null;
  const parsed = parseSignInName(user);
  return parsed.ok ? parsed.value : null;
}

/** The DNS domain in the sign-in name, when there is one. */
export function userDomain(request: ChainRequest): string | null {
  const name = signInNameOf(request);
  return name?.form === 'upn' ? name.domain : null;
}

/** The domain that the person's mail belongs to, as far as the request tells. */
export function mailDomain(request: ChainRequest): string | null {
  return request.from?.split('@').at(-1) ?? userDomain(request) ?? request.domain;
}
