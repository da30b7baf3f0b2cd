export { askSecrets } from './ask-secrets.ts';
