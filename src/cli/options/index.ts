export { asTyped, flag, groups, many, one, single } from './make.ts';
export * from './table.ts';
export type { CliOptions, OutputOptions } from './values.ts';
