import type { waterfallWords as english } from '../../en/views/waterfall.ts';
import type { Translated } from '../../translated.ts';

export const waterfallWords: Translated<typeof english> = {
  title: 'Was wann lief',
  step: 'Schritt',
  state: 'Zustand',
  start: 'Beginn',
  duration: 'Dauer',
  roundTrips: 'Hin- und Rückwege auf dem kritischen Pfad',
  exchanges: 'Gestellte Fragen',
  empty: 'Es ist noch nichts gelaufen.',
  floor: (n) =>
    n === 1
      ? '1 Hin- und Rückweg auf dem kritischen Pfad; mit weniger kommt kein Lauf aus, der diesen Weg nimmt'
      : `${n} Hin- und Rückwege auf dem kritischen Pfad; mit weniger kommt kein Lauf aus, der diesen Weg nimmt`,
  legendPath: 'auf dem kritischen Pfad, mit Zahl der Hin- und Rückwege',
  legendTicks: 'einzelne Fragen und ihre Antworten',
  rowTimes: (start, took) => `begonnen bei ${start}, Dauer ${took}`,
  rowRunning: (start) => `begonnen bei ${start}, läuft noch`,
  onPath: (n) =>
    n === 1 ? '1 Hin- und Rückweg auf dem kritischen Pfad' : `${n} Hin- und Rückwege auf dem kritischen Pfad`,
  untried: 'nicht versucht',
};
