export type { Account } from './account/account.ts';
export { readAccount } from './account/read-account.ts';
export { findDcs } from './locate/find.ts';
export { locateDc } from './locate/locate-dc.ts';
export type { DcLocatorDns, DcQuestion, LocatedDc, NamedDc, ServiceAnswer } from './locate/types.ts';
export { bindName, parseSignInName, type SignInName } from './names/sign-in-name.ts';
export { readServicePoints } from './service-points/read-service-points.ts';
export type { ServicePoint } from './service-points/service-point.ts';
export { type SignedIn, signIn } from './sign-in/sign-in.ts';
