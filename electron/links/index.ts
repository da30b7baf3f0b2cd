export { mayOpen, openLink } from './links.ts';
