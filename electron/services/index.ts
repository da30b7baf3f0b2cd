export { startServices } from './main.ts';
