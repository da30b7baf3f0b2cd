import { app, utilityProcess } from 'electron';
import type { EngineStop } from '../../src/engine-host/index.ts';
import { reducedEnvironment } from './environment.ts';
import { watchMemory } from './memory.ts';
import { lastCharacters, stopOf } from './stop.ts';

/** A Node process of Electron's that takes commands and can be ended at once. */
export interface Utility<Command> {
  post(command: Command): void;
  onMessage(take: (message: unknown) => void): void;
  /** It has ended and nobody asked it to. */
  onEnd(take: (stop: EngineStop) => void): void;
  kill(): void;
}

export interface UtilityOptions {
  /** As the system's list of processes shows it. */
  readonly name: string;
  /** Megabytes beside what Node itself takes. */
  readonly memory: number;
}

/** Megabytes that a process of ours has when it has done nothing yet, shared libraries included. */
const ofNodeItself = 150;

/** Starts a script of ours in a process of its own, with bounded memory and only what it needs of the environment. */
export function startUtility<Command>(script: string, { name, memory }: UtilityOptions): Utility<Command> {
  const child = utilityProcess.fork(script, [], {
    env: reducedEnvironment(process.env),
    stdio: ['ignore', 'ignore', 'pipe'],
    serviceName: name,
  });
  const said = lastCharacters(child.stderr);
  const takers: ((stop: EngineStop) => void)[] = [];
  let ended = false;
  const end = (stop: EngineStop | null) => {
    if (ended) return;
    ended = true;
    watch.end();
    if (stop) for (const take of takers) take(stop);
  };
  const watch = watchMemory(
    () => megabytesOf(child.pid),
    ofNodeItself + memory,
    () => {
      end({ reason: `it needed more than ${memory} MB of memory`, evidence: [] });
      child.kill();
    },
  );
  child.once('exit', (code) => end(stopOf(code, said())));
  // Newer runtimes tell of a fatal error here before the process ends, and throw when nobody listens.
  child.on('error', () => {});
  return {
    post: (command) => child.postMessage(command),
    onMessage: (take) => void child.on('message', take),
    onEnd: (take) => void takers.push(take),
    kill() {
      end(null);
      child.kill();
    },
  };
}

function megabytesOf(pid: number | undefined): number | null {
  const found = app.getAppMetrics().find((process) => process.pid === pid);
  return found ? found.memory.workingSetSize / 1_024 : null;
}
