import { cutText } from '../../src/core/index.ts';
import { policyFields } from '../contract.ts';
import type { PolicyLayer } from './document.ts';
import type { PolicyField, PolicyFields } from './fields.ts';
import type { Policy } from './policy.ts';

const mostFaults = 50;

/** One policy out of what several sources say, the strongest first. A lock is stronger than any preset. */
export function mergeLayers(layers: readonly PolicyLayer[]): Policy {
  const weakestFirst = [...layers].reverse();
  const locked: PolicyFields = Object.assign({}, ...weakestFirst.map((layer) => layer.locked));
  const preset: PolicyFields = Object.assign({}, ...weakestFirst.map((layer) => layer.preset));
  return {
    values: { locked, preset },
    state: {
      fields: policyFields.flatMap((field) => shown(layers, field)),
      sendTests: locked.sendTests ?? true,
      updates: locked.updates ?? true,
      rememberPasswords: locked.rememberPasswords ?? true,
      faults: layers.flatMap(({ faults }) => faults).slice(0, mostFaults),
    },
  };
}

function shown(layers: readonly PolicyLayer[], field: PolicyField): Policy['state']['fields'] {
  for (const kind of ['locked', 'preset'] as const) {
    const layer = layers.find((one) => one[kind][field] !== undefined);
    if (layer === undefined) continue;
    const { source } = layer;
    return [{ field, value: textOf(layer[kind][field]), source: cutText(source), locked: kind === 'locked' }];
  }
  return [];
}

function textOf(value: PolicyFields[PolicyField]): string {
  if (typeof value !== 'object') return String(value);
  if ('file' in value) return value.file;
  return Array.isArray(value) ? value.join(', ') : Object.values(value).join(' ');
}
