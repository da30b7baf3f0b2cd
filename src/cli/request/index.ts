export { makeRequest } from './make-request.ts';
