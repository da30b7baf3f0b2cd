import type { PolicyFault } from '../contract.ts';
import { type Fault, faultOf } from './fault.ts';
import { fieldsSchema, isPolicyField, type PolicyField, type PolicyFields, permissions } from './fields.ts';

type Unchecked = Readonly<Record<string, unknown>>;

/** A policy as one source holds it, not yet believed. */
export interface PolicyDocument {
  readonly source: string;
  readonly locked: Unchecked;
  readonly preset: Unchecked;
}

/** What one source says, as far as it makes sense. */
export interface PolicyLayer {
  readonly source: string;
  readonly locked: PolicyFields;
  readonly preset: PolicyFields;
  readonly faults: readonly Fault[];
}

/** Checks each field of a document. What is wrong with one costs that one only. */
export function checkDocument({ source, locked, preset }: PolicyDocument): PolicyLayer {
  const given = checkFields(source, locked);
  const { fields, faults } = checkFields(source, preset);
  return {
    source,
    locked: { ...only(fields, permissions), ...given.fields },
    preset: without(fields, permissions),
    faults: [...given.faults, ...faults],
  };
}

/** A source that says nothing usable. */
export function onlyFault(source: string, fault: PolicyFault): PolicyLayer {
  return { source, locked: {}, preset: {}, faults: [faultOf(source, fault)] };
}

function checkFields(source: string, given: Unchecked): { fields: PolicyFields; faults: readonly Fault[] } {
  const known = Object.fromEntries(Object.entries(given).filter(([name]) => isPolicyField(name)));
  const unknown = Object.keys(given).filter((name) => !isPolicyField(name));
  const issues = fieldsSchema.safeParse(known).error?.issues ?? [];
  const wrong = [...new Set(issues.map(({ path }) => String(path[0])))].filter(isPolicyField);
  return {
    fields: fieldsSchema.parse(without(known, wrong)),
    faults: [
      ...unknown.map((name) => faultOf(source, 'unknown-field', name)),
      ...wrong.map((name) => faultOf(source, 'wrong-value', name)),
    ],
  };
}

function without<T extends object>(fields: T, names: readonly PolicyField[]): Partial<T> {
  return pick(fields, (name) => !names.some((one) => one === name));
}

function only<T extends object>(fields: T, names: readonly PolicyField[]): Partial<T> {
  return pick(fields, (name) => names.some((one) => one === name));
}

function pick<T extends object>(fields: T, takes: (name: string) => boolean): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => takes(name))) as Partial<T>;
}
