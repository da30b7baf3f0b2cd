export { contentSecurityPolicy } from './content-security-policy.ts';
export { fileFor, serveUi } from './serve-ui.ts';
export { uiScheme } from './ui-scheme.ts';
