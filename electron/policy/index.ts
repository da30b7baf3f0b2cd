/** What administrators have pre-set and locked: group policy, configuration profiles, or a file. */
export { noPolicy, type Policy, type PolicyValues } from './policy.ts';
export { readPolicy } from './read-policy.ts';
