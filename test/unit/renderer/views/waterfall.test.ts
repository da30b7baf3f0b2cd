import { expect, it } from 'vitest';
import { axisEnd, axisTo } from '../../../../renderer/diagnosis/views/waterfall/axis.ts';
import {
  barOf,
  criticalParts,
  type ExchangeReport,
  lanesOf,
} from '../../../../renderer/diagnosis/views/waterfall/rows.ts';
import type { ProbeReport, Report } from '../../../../src/run/index.ts';
import { initialState } from '../../../../src/run/index.ts';

const exchange = (startedAt: number, duration: number, asked = 'A'): ExchangeReport => ({
  type: 'exchange',
  protocol: 'dns',
  peer: '10.0.0.53:53',
  asked,
  answered: 'NOERROR',
  startedAt,
  duration,
  roundTrips: 1,
});

const probe = (changes: Partial<ProbeReport> = {}): ProbeReport => ({
  id: 'dns.name',
  outcome: 'passed',
  startedAt: 100,
  duration: 50,
  problem: null,
  problems: [],
  because: null,
  aside: false,
  exchanges: [],
  ...changes,
});

it('keeps its axis while a run goes on, and lengthens it in few steps', () => {
  const ends = new Set(Array.from({ length: 200 }, (_, i) => axisEnd(i * 50, true)));
  expect([...ends]).toEqual([500, 1_000, 2_000, 5_000, 10_000]);
});

it('gives a run that is over the room that it needs', () => {
  expect(axisEnd(256, false)).toBe(300);
  expect(axisTo(300).ticks).toEqual([0, 50, 100, 150, 200, 250, 300]);
});

it('has a bar that grows for what is running, and none for what was not tried', () => {
  expect(barOf(probe(), 1_000, 0)).toEqual({ from: 100, to: 150 });
  expect(barOf(probe({ outcome: 'running', duration: null }), 1_000, 400)).toEqual({ from: 100, to: 400 });
  expect(barOf(probe({ outcome: 'skipped' }), 1_000, 0)).toBeNull();
  expect(barOf(probe({ outcome: 'waiting', startedAt: null }), 1_000, 0)).toBeNull();
});

it('shows questions that ran at once in lanes of their own', () => {
  const lanes = lanesOf([exchange(0, 100), exchange(50, 100), exchange(200, 100)], 1_000);
  expect(lanes).toEqual([
    [
      { from: 0, to: 100 },
      { from: 200, to: 300 },
    ],
    [{ from: 50, to: 150 }],
  ]);
});

it('draws ten thousand questions with no more strokes than a screen has pixels', () => {
  const many = Array.from({ length: 10_000 }, (_, i) => exchange(i, 0.5));
  const lanes = lanesOf(many, 10_000);
  expect(lanes.flat().length).toBeLessThan(1_000);
  expect(lanes.length).toBeLessThanOrEqual(3);
});

it('sets questions apart that follow one another at once', () => {
  expect(lanesOf([exchange(0, 100), exchange(100, 100)], 1_000)).toEqual([
    [
      { from: 0, to: 100 },
      { from: 101.5, to: 200 },
    ],
  ]);
});

it('marks the questions of a probe that lie on the critical path', () => {
  const report: Report = {
    ...initialState.report,
    probes: [probe({ exchanges: [exchange(0, 5, 'A'), exchange(0, 5, 'AAAA')] }), probe({ id: 'dc.locate' })],
    roundTripFloor: { roundTrips: 1, path: [{ probe: 'dns.name', step: 'dns 10.0.0.53:53 A', roundTrips: 1 }] },
  };
  const parts = criticalParts(report);
  expect([...parts.keys()]).toEqual(['dns.name']);
  expect(parts.get('dns.name')).toEqual({ exchanges: [exchange(0, 5, 'A')], roundTrips: 1 });
});
