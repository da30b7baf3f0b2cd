import type { EngineProcess, EngineStop } from '../../src/engine-host/index.ts';
import type { EngineCommand } from '../../src/engine-protocol.ts';

/** An engine that says what a test tells it to say. */
export interface FakeEngine extends EngineProcess {
  readonly commands: readonly EngineCommand[];
  readonly killed: boolean;
  say(message: unknown): void;
  /** Says an event, as engines do. */
  tell(event: object): void;
  end(stop?: EngineStop): void;
}

export function fakeEngine(onCommand: (command: EngineCommand, engine: FakeEngine) => void = () => {}): FakeEngine {
  const commands: EngineCommand[] = [];
  const takers: ((message: unknown) => void)[] = [];
  const enders: ((stop: EngineStop) => void)[] = [];
  let killed = false;
  const engine: FakeEngine = {
    commands,
    get killed() {
      return killed;
    },
    post(command) {
      commands.push(command);
      onCommand(command, engine);
    },
    onMessage: (take) => void takers.push(take),
    onEnd: (take) => void enders.push(take),
    kill() {
      killed = true;
    },
    say(message) {
      for (const take of takers) take(message);
    },
    tell: (event) => engine.say({ type: 'event', event }),
    end(stop = { reason: 'it crashed', evidence: [] }) {
      for (const take of enders) take(stop);
    },
  };
  return engine;
}
