export { type Services, startServices } from './main.ts';
