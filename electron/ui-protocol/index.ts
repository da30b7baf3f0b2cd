export { contentSecurityPolicy } from './content-security-policy.ts';
export { fileFor, uiServer } from './serve-ui.ts';
export { uiScheme } from './ui-scheme.ts';
