import type { runProblems } from '../../catalogue/run.ts';
import type { ProblemText } from '../../entry.ts';

export const runTexts: Record<keyof typeof runProblems, ProblemText> = {
  'input.invalid': {
    title: 'The value of {argument} cannot be used',
    meaning: 'The step that needs it was not done. The value is "{value}". The reason: {reason}',
    todo: 'Correct {argument}, and run this again.',
  },
  'run.cancelled': {
    title: 'The run was cancelled',
    meaning: 'Steps that had not finished were not checked. That does not mean that they failed.',
    todo: 'Run it again whenever you like.',
  },
  'run.deadline': {
    title: 'The run was stopped after {seconds} s',
    meaning:
      'It did not finish in the time that it was given. Steps without a result were not checked; that does not mean that they failed.',
    todo: 'Look at the step that was still waiting: it shows which server or network did not answer. More time can be given with --timeout.',
  },
  'run.engine-stopped': {
    title: 'The checking part of Waypost had to be stopped',
    meaning: 'Steps that had not finished were not checked; that does not mean that they failed. The reason: {reason}',
    todo: 'Look at the server of the step that was running, and at devices in between: endless or malformed answers can cause this. If they are in order, send the report to the makers of Waypost.',
  },
  'run.unexpected': {
    title: 'Something unexpected happened in the step {probe}',
    meaning:
      'Waypost met an error that it cannot explain. Nothing is concluded from this step; the evidence holds the whole error.',
    todo: 'Run it again. If it happens again, send the report to the makers of Waypost.',
  },
};
